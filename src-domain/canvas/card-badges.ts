import { needsReview, type Excerpt } from '../records/excerpt'
import type { Claim } from '../records/claim'
import type { Measure, TextStyle } from './wrap-text'

/** One thing that the foot of a card says. */
export interface Badge {
  readonly kind: 'passages' | 'sources' | 'one-source' | 'review' | 'note' | 'hidden'
  readonly words: string
  /** Whether it is drawn as a warning, with a sign before its words. */
  readonly warns: boolean
  /** From the left of the card's wording, map pixels; the sign of a warning begins here. */
  readonly x: number
  /** Its line, from 0. */
  readonly row: number
}

/** What a card says of its claim beside the wording. */
export interface CardFacts {
  /** The passages that the claim rests on. */
  readonly excerpts: readonly Excerpt[]
  /** Whether everything under it rests on one source. */
  readonly oneSource?: boolean
  /** How many cards it hides while it is collapsed. */
  readonly hidden?: number
}

/** Between two badges, and the room that the sign of a warning takes. Map pixels. */
const GAP = 10
export const WARNING_ROOM = 14

/** The badges of a card, set in lines of that width. */
export function badgesOf(
  claim: Claim,
  facts: CardFacts,
  style: TextStyle,
  width: number,
  measure: Measure,
): Badge[] {
  let x = 0
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

function said({ note }: Claim, { excerpts, oneSource, hidden = 0 }: CardFacts): Omit<Badge, 'x' | 'row'>[] {
  const sources = new Set(excerpts.map(({ source }) => source)).size
  const review = excerpts.filter(needsReview).length
  const badge = (kind: Badge['kind'], words: string, warns = false) => ({ kind, words, warns })
  return [
    badge('passages', excerpts.length === 0 ? 'No passage' : count(excerpts.length, 'passage')),
    ...(sources > 1 ? [badge('sources', count(sources, 'source'))] : []),
    ...(oneSource ? [badge('one-source', 'one source only', true)] : []),
    ...(review ? [badge('review', `${review} to review`, true)] : []),
    ...(note ? [badge('note', 'note')] : []),
    ...(hidden ? [badge('hidden', `${hidden} hidden`)] : []),
  ]
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

/** The sign of a warning as an SVG path, ten pixels high: a triangle with a stroke in it, drawn with even-odd filling. */
export const warningSign = (x: number, middle: number): string =>
  `M${x + 5} ${middle - 5}l5 9.5h-10Zm-0.6 3.4v3h1.2v-3Zm0 3.9v1.2h1.2v-1.2Z`
