import { setImmediate as nextTurn } from 'node:timers/promises'
import { reanchor, searchable } from '#domain/anchoring/reanchor'
import type { Patch } from '#domain/document/patch'
import type { Project } from '#domain/document/project'
import type { Excerpt } from '#domain/records/excerpt'

/** An open project. */
interface Searched {
  isClosed(): boolean
  /** A copy of its current state. */
  project(): Project
  /** Applies a patch to the current revision. Throws if it cannot be saved. */
  patch(patch: Patch): Promise<unknown>
}

/** Found passages that are saved together. */
const TOGETHER = 50

/**
 * Searches for lost passages one by one, between the requests of the page, and saves those that it finds as changes that
 * every page is told of. What cannot be saved is searched for again at the next opening.
 */
export async function searchFurther(searched: Searched): Promise<void> {
  const { excerpts, sources } = searched.project()
  const found: { readonly from: Excerpt; readonly to: Excerpt; readonly text: string }[] = []
  const save = async () => {
    const now = searched.project()
    const patch = found.splice(0).flatMap(({ from, to, text }): Patch => {
      const isSame = now.excerpts.get(from.id) === from && now.sources.get(from.source)?.text === text
      return isSame ? [{ table: 'excerpts', id: from.id, from, to }] : []
    })
    if (patch.length > 0) await searched.patch(patch)
  }
  for (const id of searchable({ excerpts, sources })) {
    await nextTurn()
    if (searched.isClosed()) return
    const from = excerpts.get(id)!
    const { text } = sources.get(from.source)!
    const to = reanchor(from, text)
    if (to !== from) found.push({ from, to, text })
    if (found.length >= TOGETHER) await save()
  }
  if (!searched.isClosed()) await save()
}
