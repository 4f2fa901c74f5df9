import type { Point } from '../../../canvas/card'
import { wrap, type Measure, type TextStyle } from '../../../canvas/wrap-text'
import { isRightToLeft, textLine } from './svg-text'
import { writable, type XmlElement } from './svg-xml'

/** The style of a block of text. Map pixels. */
export interface BlockStyle extends TextStyle {
  readonly lineHeight: number
  /** The largest number of lines. A longer text is cut with an ellipsis. */
  readonly maximum: number
}

/** Draws a text in lines of a width in map pixels. Also returns the y coordinate of its lower edge. */
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
