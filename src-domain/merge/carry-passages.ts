import { groupBy } from '../collections/group-by'
import type { Excerpt } from '../records/excerpt'
import type { Source } from '../records/source'
import { carriedExcerpt } from '../versions/carried-excerpt'
import { carryOver } from '../versions/carry-over'
import type { Draft, Sides } from './draft'
import { equal } from './equal'
import { part } from './merge-record'
import { SPAN } from './units'

/**
 * Finds passages again whose article has another text in the merged project than in the file that they come from: one
 * marked a passage while the other imported a new version of the article.
 */
export function carryPassages(draft: Draft, { mine, theirs }: Sides): void {
  const excerpts = [...draft.tables.excerpts.values()] as unknown as Excerpt[]
  for (const [id, marked] of groupBy(excerpts, ({ source }) => source)) {
    const { text } = draft.tables.sources.get(id) as unknown as Source
    for (const [from, elsewhere] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const old = from.sources.get(id)?.text
      if (old === undefined || old === text) continue
      // A passage that both have in one place belongs to the text of the side that the merged text comes from.
      const stale = marked.filter(
        (excerpt) =>
          isAt(from.excerpts.get(excerpt.id), excerpt) && !isAt(elsewhere.excerpts.get(excerpt.id), excerpt),
      )
      carryOver(old, text, stale).forEach((found, index) => {
        const excerpt = carriedExcerpt(stale[index]!, found, text)
        draft.tables.excerpts.set(excerpt.id, excerpt)
      })
    }
  }
}

const isAt = (there: Excerpt | undefined, excerpt: Excerpt): boolean =>
  there !== undefined && equal(part(there, SPAN), part(excerpt, SPAN))
