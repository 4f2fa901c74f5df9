import { citation } from '../../../queries/citation'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { SceneCard } from '../../../canvas/scene'

/** The passages that cards rest on as they are cited, each once, and the numbers of each claim's, from 1. */
export interface SourceNotes {
  readonly citations: readonly string[]
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

/** Numbers as a reader meets them: from the top of the map to its bottom, cards side by side from the left. */
export function sourceNotes(project: Project, cards: readonly SceneCard[]): SourceNotes {
  const excerpts = excerptsByClaim(project)
  const known = new Map<string, number>()
  const numbers = new Map<string, number[]>()
  const reading = [...cards].sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  for (const { claim } of reading) {
    const own = (excerpts.get(claim.id) ?? []).flatMap(({ source: id, start }) => {
      const source = project.sources.get(id)
      if (!source) return []
      const text = citation(source, start)
      known.set(text, known.get(text) ?? known.size + 1)
      return known.get(text)!
    })
    if (own.length > 0)
      numbers.set(
        claim.id,
        [...new Set(own)].sort((a, b) => a - b),
      )
  }
  return { citations: [...known.keys()], numbers }
}

/** Numbers in order, three or more in a row as a span: `1, 3–6`. */
export function spans(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (to === from ? `${from}` : `${from}${to === from + 1 ? ', ' : '–'}${to}`))
    .join(', ')
}
