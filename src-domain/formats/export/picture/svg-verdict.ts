import type { Point, Rect } from '../../../canvas/card'
import type { Measure, TextStyle } from '../../../canvas/wrap-text'
import { GROUNDS, type Theme } from '../../../vocabulary/palette'
import { VERDICT_WORDS, type VerdictName } from '../../../weighing/verdict'
import { baselineOf, textLine } from './svg-text'
import { element, type XmlElement } from './svg-xml'

const WORD: TextStyle = { size: 10, weight: 600 }
const HEIGHT = 15
const PADDING = 6
const FROM_RIGHT = 10
const RADIUS = 3.5
/** The room of the sign with the gap after it. Map pixels. */
const SIGN = 12

/** Draws a verdict on the upper edge of a card, at its right: a sign with a shape of its own, and a word. */
export function drawVerdict(verdict: VerdictName, card: Rect, theme: Theme, measure: Measure): XmlElement {
  const { card: ground, line, ink, muted } = GROUNDS[theme]
  const word = VERDICT_WORDS[verdict]
  const width = 2 * PADDING + SIGN + measure(word, WORD)
  const x = card.x + card.width - FROM_RIGHT - width
  const y = card.y - HEIGHT * 0.6
  const fill = verdict === 'stands' || verdict === 'contested' ? ink : muted
  const dash = verdict === 'contested' ? { 'stroke-dasharray': '3 2' } : {}
  const left = x + PADDING + SIGN
  const baseline = baselineOf(y, HEIGHT, WORD)
  return element(
    'g',
    { 'data-verdict': verdict },
    element('rect', { x, y, width, height: HEIGHT, rx: HEIGHT / 2, fill: ground, stroke: line, ...dash }),
    ...drawSign(verdict, { x: x + PADDING + RADIUS, y: y + HEIGHT / 2 }, fill),
    textLine(word, { x: left, right: x + width, baseline, style: WORD, fill }, measure),
  )
}

/** The sign of a verdict around a point: a disc, a cross, a half disc, a ring. */
function drawSign(verdict: VerdictName, { x, y }: Point, colour: string): XmlElement[] {
  const ring = element('circle', { cx: x, cy: y, r: RADIUS, fill: 'none', stroke: colour })
  switch (verdict) {
    case 'stands':
      return [element('circle', { cx: x, cy: y, r: RADIUS, fill: colour })]
    case 'contested': {
      const half = `M${x} ${y - RADIUS}a${RADIUS} ${RADIUS} 0 0 0 0 ${2 * RADIUS}Z`
      return [ring, element('path', { d: half, fill: colour })]
    }
    case 'falls': {
      const [a, b] = [RADIUS - 0.5, 2 * RADIUS - 1]
      const cross = `M${x - a} ${y - a}l${b} ${b}M${x + a} ${y - a}l${-b} ${b}`
      return [element('path', { d: cross, fill: 'none', stroke: colour, 'stroke-width': 1.5 })]
    }
    case 'unsupported':
      return [ring]
  }
}
