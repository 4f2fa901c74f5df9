import type { Rect } from '../../../canvas/card'
import type { Measure, TextStyle } from '../../../canvas/wrap-text'
import type { Claim } from '../../../records/claim'
import { GROUNDS, type Theme } from '../../../vocabulary/palette'
import { drawBlock, type BlockStyle } from '../picture/svg-block'
import { baselineOf, textLine } from '../picture/svg-text'
import { element, type XmlElement } from '../picture/svg-xml'

const PADDING = 10
const HEAD: BlockStyle = { size: 11, weight: 600, lineHeight: 16, maximum: 1 }
const WORDS: BlockStyle = { size: 13, weight: 400, lineHeight: 17, maximum: 2 }
/** The tag on the lower edge of a card that continues on a later page, below the words of its foot. Map pixels. */
const TAG = { style: { size: 10, weight: 600 } as TextStyle, height: 13, padding: 6, right: 10, inside: 5.5 }

/** Draws the box of a claim whose card is on an earlier page: where it is, and its wording in short. */
export function drawContinued(
  claim: Claim,
  rect: Rect,
  where: string,
  theme: Theme,
  measure: Measure,
): XmlElement {
  const { ink, muted, page } = GROUNDS[theme]
  const [x, width] = [rect.x + PADDING, rect.width - 2 * PADDING]
  const head = drawBlock(where, { x, y: rect.y + PADDING - 1 }, width, HEAD, muted, measure)
  const words = drawBlock(claim.text, { x, y: head.bottom }, width, WORDS, ink, measure)
  return element(
    'g',
    { 'data-continued': claim.id },
    element('title', {}, claim.text),
    element('rect', { ...rect, rx: 8, fill: page, stroke: muted, 'stroke-dasharray': '2 3' }),
    ...head.lines,
    ...words.lines,
  )
}

/** Draws a tag on the lower edge of a card, at its right. */
export function drawContinuesTag(words: string, rect: Rect, theme: Theme, measure: Measure): XmlElement {
  const { ink, card, muted } = GROUNDS[theme]
  const wide = measure(words, TAG.style)
  const width = wide + 2 * TAG.padding
  const x = rect.x + rect.width - TAG.right - width
  const y = rect.y + rect.height - TAG.inside
  const left = x + TAG.padding
  const baseline = baselineOf(y, TAG.height, TAG.style)
  return element(
    'g',
    { 'data-continues': 'true' },
    element('rect', { x, y, width, height: TAG.height, rx: TAG.height / 2, fill: card, stroke: muted }),
    textLine(words, { x: left, right: left + wide, baseline, style: TAG.style, fill: ink }, measure),
  )
}
