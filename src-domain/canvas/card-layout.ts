import type { Claim } from '../records/claim'
import { CARD_WIDTH } from './card'
import { badgesOf, type Badge, type CardFacts } from './card-badges'
import { wrap, type Measure, type TextStyle } from './wrap-text'

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

/** The width that a card's words have, in map pixels. */
const WORDS_WIDTH = CARD_WIDTH - CARD.padding * 2 - 4

/** What stands on a card, laid out. */
export interface CardLayout {
  readonly lines: readonly string[]
  /** Whether the wording goes on where the lines end. */
  readonly clamped: boolean
  readonly badges: readonly Badge[]
  /** The badges in words, for screen readers. */
  readonly footer: string
  readonly height: number
}

/** Everything but the lines. */
const FRAME = CARD.padding * 2 - 4 + CARD.labelHeight + CARD.gap * 2 + CARD.footerHeight

/** The face of a claim's card. */
export function layoutCard(claim: Claim, facts: CardFacts, measure: Measure): CardLayout {
  const { lines, clamped } = wrap(claim.text, CARD.text, WORDS_WIDTH, CARD.maximumLines, measure)
  const badges = badgesOf(claim, facts, CARD.footer, WORDS_WIDTH, measure)
  const rows = badges.at(-1)?.row ?? 0
  const height = FRAME + Math.max(1, lines.length) * CARD.lineHeight + rows * CARD.footerHeight
  return { lines, clamped, badges, footer: badges.map(({ words }) => words).join(' · '), height }
}

/** About how wide a character of a card's text is, in map pixels: for places, where nothing can be measured. */
const TYPICAL_CHARACTER = 7.4

/** About how high a claim's card is, told from the length of its wording; rather too high than too low. */
export function typicalHeight(text: string): number {
  const perLine = Math.floor(WORDS_WIDTH / TYPICAL_CHARACTER) - 2
  const lines = text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / perLine)), 0)
  return FRAME + Math.min(lines, CARD.maximumLines) * CARD.lineHeight
}
