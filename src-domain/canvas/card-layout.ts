import type { Claim } from '../records/claim'
import { CARD_WIDTH } from './card'
import { badgesOf, type Badge, type CardFacts } from './card-badges'
import { wrap, type Measure, type TextStyle } from './wrap-text'

/** The styles and measures of a card in map pixels, on screen and in pictures. */
export const CARD = {
  padding: 10,
  /** Above the wording and below the foot, with the border. */
  paddingBlock: 6,
  text: { size: 15, weight: 400 } as TextStyle,
  lineHeight: 18,
  /** The name of the category, before the badges. */
  label: { size: 11, weight: 600 } as TextStyle,
  footer: { size: 11, weight: 400 } as TextStyle,
  footerHeight: 14,
  gap: 1,
  maximumLines: 10,
} as const

/** The width of the text on a card, in map pixels. */
const WORDS_WIDTH = CARD_WIDTH - CARD.padding * 2 - 4

/** The lines and badges of a card. */
export interface CardLayout {
  /** The name of the category, cut if it is long. */
  readonly label: string
  readonly lines: readonly string[]
  /** Whether the wording is longer than the lines. */
  readonly clamped: boolean
  readonly badges: readonly Badge[]
  /** The words of the badges, for screen readers. */
  readonly footer: string
  readonly height: number
}

/** The height of a card without the lines of its wording. */
const FRAME = CARD.paddingBlock * 2 + CARD.gap + CARD.footerHeight

/** The largest part of the foot's width for the name of the category. */
const LABEL_SHARE = 0.6

/**
 * Lays out the card of a claim: the wording and, at the foot, the name of its category and the badges.
 * @param category the name of the category
 */
export function layoutCard(claim: Claim, category: string, facts: CardFacts, measure: Measure): CardLayout {
  const { lines, clamped } = wrap(claim.text, CARD.text, WORDS_WIDTH, CARD.maximumLines, measure)
  const [label = ''] = wrap(category, CARD.label, WORDS_WIDTH * LABEL_SHARE, 1, measure).lines
  const badges = badgesOf(claim, facts, CARD.footer, WORDS_WIDTH, measure, measure(label, CARD.label))
  const rows = badges.at(-1)?.row ?? 0
  const height = FRAME + Math.max(1, lines.length) * CARD.lineHeight + rows * CARD.footerHeight
  return { label, lines, clamped, badges, footer: badges.map(({ words }) => words).join(' · '), height }
}

/** The width of an average character on a card in map pixels, for estimates without a `Measure`. */
const TYPICAL_CHARACTER = 7.9

/**
 * Estimates the height of a claim's card in map pixels from the length of its wording. Rather too high than too low.
 */
export function typicalHeight(text: string): number {
  const perLine = Math.floor(WORDS_WIDTH / TYPICAL_CHARACTER) - 2
  const lines = text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / perLine)), 0)
  return FRAME + Math.min(lines, CARD.maximumLines) * CARD.lineHeight
}
