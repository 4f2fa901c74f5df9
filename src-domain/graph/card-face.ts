import { needsReview, type Excerpt } from '../records/excerpt'
import type { Claim } from '../records/claim'
import { CARD_WIDTH } from './card'
import { wrap, type Measure, type TextStyle } from './wrap'

/** The measures of a card, in map pixels: the same on screen and in pictures. */
export const CARD = {
  padding: 14,
  label: { size: 11, weight: 600 } as TextStyle,
  labelHeight: 16,
  text: { size: 14, weight: 400 } as TextStyle,
  lineHeight: 20,
  footer: { size: 11, weight: 400 } as TextStyle,
  footerHeight: 16,
  gap: 6,
  maximumLines: 10,
} as const

/** What stands on a card, laid out. */
export interface CardFace {
  readonly lines: readonly string[]
  readonly clamped: boolean
  readonly footer: string
  readonly height: number
}

/** Everything but the lines. */
const FRAME = CARD.padding * 2 - 4 + CARD.labelHeight + CARD.gap * 2 + CARD.footerHeight

/** The face of a claim's card, given the passages that the claim rests on. */
export function cardFace(claim: Claim, excerpts: readonly Excerpt[], measure: Measure): CardFace {
  const { lines, clamped } = wrap(
    claim.text,
    CARD.text,
    CARD_WIDTH - CARD.padding * 2 - 4,
    CARD.maximumLines,
    measure,
  )
  const height = FRAME + Math.max(1, lines.length) * CARD.lineHeight
  return { lines, clamped, footer: footerOf(claim, excerpts), height }
}

/** About how wide a character of a card's text is, in map pixels: for places, where nothing can be measured. */
const TYPICAL_CHARACTER = 7.4

/** About how high a claim's card is, told from the length of its wording; rather too high than too low. */
export function typicalHeight(text: string): number {
  const perLine = Math.floor((CARD_WIDTH - CARD.padding * 2 - 4) / TYPICAL_CHARACTER) - 2
  const lines = text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / perLine)), 0)
  return FRAME + Math.min(lines, CARD.maximumLines) * CARD.lineHeight
}

function footerOf(claim: Claim, excerpts: readonly Excerpt[]): string {
  const sources = new Set(excerpts.map((excerpt) => excerpt.source)).size
  const review = excerpts.filter(needsReview).length
  const parts = [
    excerpts.length === 0 ? 'No passage' : count(excerpts.length, 'passage'),
    ...(sources > 1 ? [count(sources, 'source')] : []),
    ...(claim.note ? ['note'] : []),
    ...(review ? [`${review} to review`] : []),
  ]
  return parts.join(' · ')
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
