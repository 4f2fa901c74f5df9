import { citation } from '../../../queries/citation'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { SceneCard } from '../../../canvas/scene'

/** The citations of the passages on a map, each once, and the numbers, from 1, of each claim's citations. */
export interface SourceNotes {
  readonly citations: readonly string[]
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

export const NO_NOTES: SourceNotes = { citations: [], numbers: new Map() }

/** Numbers the passages in reading order of the cards: from top to bottom, then from left to right. */
export function sourceNotes(project: Project, cards: readonly SceneCard[]): SourceNotes {
  const excerpts = excerptsByClaim(project)
  const known = new Map<string, number>()
  const numbers = new Map<string, number[]>()
  const reading = [...cards].sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  for (const { claim } of reading) {
    const own = (excerpts.get(claim.id) ?? []).flatMap((passage) => {
      const source = project.sources.get(passage.source)
      if (!source) return []
      const text = citation(source, passage.start, passage)
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

/** The name of a citation. The letter keeps it apart from the numbers of claims. */
export const noteName = (number: number): string => `S${number}`

/** Joins the names of sorted citations, with three or more in a row as a range: `S1, S3–S6`. */
export function spans(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) =>
      to === from ? noteName(from) : `${noteName(from)}${to === from + 1 ? ', ' : '–'}${noteName(to)}`,
    )
    .join(', ')
}
