import type { Measure, TextStyle } from '../../../canvas/wrap-text'
import { element, writable, type XmlElement } from './svg-xml'

/** The position and style of a line of text. */
export interface TextPlace {
  /** The left edge of the available space. */
  readonly x: number
  /** The right edge, where right-to-left text begins. */
  readonly right: number
  readonly baseline: number
  readonly style: TextStyle
  readonly fill: string
  readonly rightToLeft?: boolean
}

/**
 * Draws a line of text. `textLength` makes a program without the typeface fit its own font into the space. It is left
 * out for right-to-left text, for which programs interpret it differently.
 */
export function textLine(line: string, place: TextPlace, measure: Measure): XmlElement {
  const words = writable(line)
  const width = measure(words, place.style)
  const squeeze = !place.rightToLeft && width > 0
  return element(
    'text',
    {
      x: place.rightToLeft ? place.right : place.x,
      y: place.baseline,
      'font-size': place.style.size,
      'font-weight': place.style.weight,
      fill: place.fill,
      textLength: squeeze ? width : undefined,
      lengthAdjust: squeeze ? 'spacingAndGlyphs' : undefined,
      direction: place.rightToLeft ? 'rtl' : undefined,
    },
    words,
  )
}

/** The height of the middle of a line above the baseline, as a share of the font size. */
const MIDDLE = 0.364

/** The y coordinate of the baseline in a line of text, as browsers place it. Map pixels. */
export const baselineOf = (top: number, height: number, style: TextStyle): number =>
  top + height / 2 + style.size * MIDDLE

const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether a text is right-to-left, by its first strong character, as in browsers. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(FIRST_LETTER.exec(text)?.[0] ?? '')
