import type { Point } from '../../../canvas/card'
import { wrap, type Measure, type TextStyle } from '../../../canvas/wrap-text'
import { isRightToLeft, textLine } from './svg-text'
import { writable, type XmlElement } from './svg-xml'

/** How a block of words is set. Map pixels. */
export interface BlockStyle extends TextStyle {
  readonly lineHeight: number
  /** Lines beyond it are left out behind an ellipsis. */
  readonly maximum: number
}

/** Words in as many lines as they need in that width, and where the last of them ends. */
export function drawBlock(
  words: string,
  corner: Point,
  width: number,
  style: BlockStyle,
  fill: string,
  measure: Measure,
): { lines: XmlElement[]; bottom: number } {
  const { lines } = wrap(words, style, width, style.maximum, measure)
  const rightToLeft = isRightToLeft(words)
  const place = { x: corner.x, right: corner.x + width, style, fill, rightToLeft }
  return {
    lines: lines.flatMap((line, index) => {
      const baseline = corner.y + index * style.lineHeight + style.size
      return writable(line) ? [textLine(line, { ...place, baseline }, measure)] : []
    }),
    bottom: corner.y + lines.length * style.lineHeight,
  }
}
