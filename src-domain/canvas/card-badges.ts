import { needsReview, type Excerpt } from '../records/excerpt'
import type { Claim } from '../records/claim'
import type { Measure, TextStyle } from './wrap-text'

/** A badge at the foot of a card. */
export interface Badge {
  readonly kind: 'passages' | 'grade' | 'sources' | 'one-source' | 'review' | 'note' | 'hidden'
  readonly words: string
  /** Whether it has a warning sign before its words. */
  readonly warns: boolean
  /** The left edge, with the warning sign if there is one, from that of the wording. Map pixels. */
  readonly x: number
  /** The line of the foot, from 0. */
  readonly row: number
}

/** The facts about a claim that its badges show. */
export interface CardFacts {
  /** The passages of the claim. */
  readonly excerpts: readonly Excerpt[]
  /** The grade of its best passage: “B2”. */
  readonly grade?: string
  /** Whether everything under it rests on one source. */
  readonly oneSource?: boolean
  /** How many of the sources of its passages are independent, if fewer than all. */
  readonly independent?: number | undefined
  /** The number of cards that the card hides. */
  readonly hidden?: number
}

/** The gap between two badges. Map pixels. */
const GAP = 10
/** The width of a warning sign with the gap after it. Map pixels. */
export const WARNING_ROOM = 14

/**
 * Sets the badges of a card in lines of a width in map pixels.
 * @param start the width of the text before the first badge
 */
export function badgesOf(
  claim: Claim,
  facts: CardFacts,
  style: TextStyle,
  width: number,
  measure: Measure,
  start: number,
): Badge[] {
  let x = start > 0 ? start + GAP : 0
  let row = 0
  return said(claim, facts).map((badge) => {
    const room = measure(badge.words, style) + (badge.warns ? WARNING_ROOM : 0)
    if (x > 0 && x + room > width) {
      x = 0
      row++
    }
    const placed = { ...badge, x, row }
    x += room + GAP
    return placed
  })
}

function said(
  { note }: Claim,
  { excerpts, grade, oneSource, independent, hidden = 0 }: CardFacts,
): Omit<Badge, 'x' | 'row'>[] {
  const sources = new Set(excerpts.map(({ source }) => source)).size
  const review = excerpts.filter(needsReview).length
  const badge = (kind: Badge['kind'], words: string, warns = false) => ({ kind, words, warns })
  return [
    badge('passages', excerpts.length === 0 ? 'No passage' : count(excerpts.length, 'passage')),
    ...(grade ? [badge('grade', grade)] : []),
    ...(sources > 1
      ? [badge('sources', sourcesInWords(sources, independent), independent !== undefined)]
      : []),
    ...(oneSource ? [badge('one-source', 'one source only', true)] : []),
    ...(review ? [badge('review', `${review} to review`, true)] : []),
    ...(note ? [badge('note', 'note')] : []),
    ...(hidden ? [badge('hidden', `${hidden} hidden`)] : []),
  ]
}

/** “5 articles, 2 independent”. @param independent how many of them are, if fewer than all */
export const sourcesInWords = (sources: number, independent?: number): string =>
  `${count(sources, 'article')}${independent === undefined ? '' : `, ${independent} independent`}`

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

/** The warning sign as an SVG path with even-odd filling: a triangle with an exclamation mark, ten pixels high. */
export const warningSign = (x: number, middle: number): string =>
  `M${x + 5} ${middle - 5}l5 9.5h-10Zm-0.6 3.4v3h1.2v-3Zm0 3.9v1.2h1.2v-1.2Z`
