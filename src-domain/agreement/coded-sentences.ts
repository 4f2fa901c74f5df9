import { groupBy } from '../collections/group-by'
import type { Project } from '../document/project'
import type { Excerpt } from '../records/excerpt'
import type { Source } from '../records/source'
import { sentencesIn } from '../text/sentences/sentence-spans'

/** How one coder coded a sentence. */
export interface Coding {
  /** The categories of the claims whose passages have words of it, by name; empty if there is none. */
  readonly code: string
  /** The ids of these passages. */
  readonly passages: readonly string[]
}

/** A sentence of an article. UTF-16 offsets into its text, half-open. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
}

/** The sentences of an article, without blocks that are set aside. */
export const sentencesOf = ({ text, blocks, language }: Source): SentenceSpan[] =>
  blocks
    .filter(({ aside }) => aside === undefined)
    .flatMap(({ start: from, end: to }) =>
      sentencesIn(text.slice(from, to), language).map(({ start, end }) => ({
        start: from + start,
        end: from + end,
      })),
    )

/** The passages of each article that are found in its text, in order. */
export function passagesBySource({ excerpts }: Project): Map<string, Excerpt[]> {
  const placed = [...excerpts.values()].filter(({ anchor }) => anchor !== 'lost' && anchor !== 'ambiguous')
  return groupBy(
    placed.sort((a, b) => a.start - b.start),
    ({ source }) => source,
  )
}

/** How a project codes each of these sentences of one article. */
export function codingsOf(
  { claims, categories }: Project,
  sentences: readonly SentenceSpan[],
  passages: readonly Excerpt[],
): Coding[] {
  const nameOf = ({ claim }: Excerpt) => {
    const category = claims.get(claim)?.category ?? ''
    return categories.get(category)?.name ?? category
  }
  return sentences.map(({ start, end }) => {
    const own = passages.filter((passage) => passage.start < end && passage.end > start)
    return {
      code: [...new Set(own.map(nameOf))].sort().join(' + '),
      passages: own.map(({ id }) => id).sort(),
    }
  })
}
