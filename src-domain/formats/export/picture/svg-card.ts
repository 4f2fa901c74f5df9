import { CARD } from '../../../canvas/card-layout'
import { barPieces } from '../../../canvas/category-bar'
import { WARNING_ROOM, warningSign, type Badge } from '../../../canvas/card-badges'
import { CARD_WIDTH, type Point, type Rect } from '../../../canvas/card'
import { overlap } from '../../../canvas/rect'
import type { SceneCard } from '../../../canvas/scene'
import { wrap, type Measure, type TextStyle } from '../../../canvas/wrap-text'
import { GROUNDS, SHADES, SIGNALS, type BarStyle, type Theme } from '../../../vocabulary/palette'
import { baselineOf, isRightToLeft, textLine } from './svg-text'
import type { VerdictName } from '../../../weighing/verdict'
import { drawVerdict } from './svg-verdict'
import { element, writable, type XmlElement } from './svg-xml'

const RADIUS = 8
const BAR = 4

const NOTES: TextStyle = { size: 11, weight: 600 }
const NOTES_GAP = 6

/** The tag with the number of a claim, which straddles the upper edge of its card. Map pixels. */
const TAG = {
  style: { size: 10, weight: 600 } as TextStyle,
  height: 15,
  padding: 5,
  left: 12,
  least: 18,
  gap: 3,
}

/** What a picture says on a card besides what it shows on screen. */
export interface CardMarks {
  /** The number of the claim. */
  readonly number?: number | undefined
  /** The labels of relations that may lie on the card, from left to right. */
  readonly labels?: readonly Rect[]
  /** The names of its passages, shown in place of how many they are; may be empty. */
  readonly notes: string
  /** The verdict of the claim, if verdicts are asked for. */
  readonly verdict?: VerdictName | undefined
}

/** Draws the card of a claim: its number, the bar and the name of its category, its wording, and its badges. */
export function drawCard(card: SceneCard, marks: CardMarks, theme: Theme, measure: Measure): XmlElement {
  const { rect, face, claim, category, placement } = card
  const { ink } = GROUNDS[theme]
  const shade = SHADES[theme][category.colour]
  const x = rect.x + BAR + CARD.padding
  const right = rect.x + rect.width - CARD.padding
  const line = (
    text: string,
    top: number,
    height: number,
    style: TextStyle,
    fill: string,
    rightToLeft: boolean,
    left = x,
  ) =>
    textLine(
      text,
      { x: left, right, baseline: baselineOf(top, height, style), style, fill, rightToLeft },
      measure,
    )

  const textTop = rect.y + CARD.paddingBlock
  const footTop = textTop + Math.max(1, face.lines.length) * CARD.lineHeight + CARD.gap
  const rightToLeft = isRightToLeft(claim.text)
  return element(
    'g',
    { 'data-claim': claim.id },
    element('title', {}, claim.text),
    ...drawPlate(rect, theme, shade.mark, RADIUS, {
      dashed: claim.unstated,
      bar: category.bar,
      ...(placement.colour && { ground: SHADES[theme][placement.colour].wash }),
    }),
    ...(marks.number === undefined
      ? []
      : drawTag(String(marks.number), rect, marks.labels ?? [], theme, measure)),
    ...(marks.verdict ? [drawVerdict(marks.verdict, rect, theme, measure)] : []),
    ...face.lines.flatMap((text, index) => {
      const top = textTop + index * CARD.lineHeight
      return writable(text) ? [line(text, top, CARD.lineHeight, CARD.text, ink, rightToLeft)] : []
    }),
    ...(writable(face.label)
      ? [line(face.label, footTop, CARD.footerHeight, CARD.label, shade.ink, false)]
      : []),
    ...face.badges.flatMap((badge, index) => {
      if (badge.kind !== 'passages' || !marks.notes)
        return drawBadge(badge, { x, y: footTop }, theme, measure)
      const next = face.badges[index + 1]
      const end = next?.row === badge.row ? next.x - NOTES_GAP : right - x
      const noted = wrap(marks.notes, NOTES, end - badge.x, 1, measure).lines[0] ?? ''
      const top = footTop + badge.row * CARD.footerHeight
      return [line(noted, top, CARD.footerHeight, NOTES, GROUNDS[theme].muted, false, x + badge.x)]
    }),
  )
}

/** Draws the tag with a number on the upper edge of a card, at its left or after the labels that lie there. */
function drawTag(
  words: string,
  { x, y }: Point,
  labels: readonly Rect[],
  theme: Theme,
  measure: Measure,
): XmlElement[] {
  const { card, line, muted } = GROUNDS[theme]
  const wide = measure(words, TAG.style)
  const width = Math.max(TAG.least, wide + 2 * TAG.padding)
  const usual = { x: x + TAG.left, y: y - TAG.height * 0.6, width, height: TAG.height }
  const rect = labels.reduce(
    (tag, label) => (overlap(tag, label) ? { ...tag, x: label.x + label.width + TAG.gap } : tag),
    usual,
  )
  const left = rect.x + (width - wide) / 2
  const baseline = baselineOf(rect.y, TAG.height, TAG.style)
  return [
    element('rect', { ...rect, rx: TAG.height / 2, fill: card, stroke: line }),
    textLine(words, { x: left, right: left + wide, baseline, style: TAG.style, fill: muted }, measure),
  ]
}

/** Draws a badge. `origin` is the top left corner of the first badge of the card. */
function drawBadge({ words, warns, x, row }: Badge, origin: Point, theme: Theme, measure: Measure) {
  const top = origin.y + row * CARD.footerHeight
  const left = origin.x + x
  const fill = warns ? SIGNALS[theme].warning : GROUNDS[theme].muted
  const place = {
    x: left + (warns ? WARNING_ROOM : 0),
    right: left + CARD_WIDTH,
    baseline: baselineOf(top, CARD.footerHeight, CARD.footer),
    style: CARD.footer,
    fill,
  }
  const sign = { d: warningSign(left, top + CARD.footerHeight / 2), fill, 'fill-rule': 'evenodd' }
  return [...(warns ? [element('path', sign)] : []), textLine(words, place, measure)]
}

/** Differences from the default look of a plate. */
export interface PlateLook {
  readonly dashed?: boolean
  readonly bar?: BarStyle
  readonly ground?: string
}

/** Draws the background of a card, with the bar in the colour of its category. */
export function drawPlate(
  rect: Rect,
  theme: Theme,
  ink: string,
  radius: number,
  { dashed = false, bar: style = 'solid', ground = GROUNDS[theme].card }: PlateLook = {},
): XmlElement[] {
  const { muted, line } = GROUNDS[theme]
  const { x, y, width, height } = rect
  const bar = Math.min(BAR, radius)
  // The distance from the top to the edge of the rounded corner, at the right side of the bar.
  const drop = radius - Math.sqrt(radius ** 2 - (radius - bar) ** 2)
  const arc = `A${radius} ${radius} 0 0 0`
  const outline =
    `M${x + bar} ${y + drop}${arc} ${x} ${y + radius}V${y + height - radius}` +
    `${arc} ${x + bar} ${y + height - drop}Z`
  return [
    element('rect', {
      ...{ x, y, width, height, rx: radius, fill: ground },
      ...(dashed ? { stroke: muted, 'stroke-dasharray': '5 4' } : { stroke: line }),
    }),
    element('path', { d: style === 'solid' ? outline : piecesOf(rect, style, radius), fill: ink }),
  ]
}

/** A bar that is not solid, as a path: it ends where the rounded corners of the plate begin. */
function piecesOf({ x, y, height }: Rect, style: BarStyle, radius: number): string {
  const inside = { x, y: y + radius / 2, width: Math.min(BAR, radius), height: height - radius }
  return barPieces(style, inside)
    .map((piece) => `M${piece.x} ${piece.y}h${piece.width}v${piece.height}h${-piece.width}Z`)
    .join('')
}
