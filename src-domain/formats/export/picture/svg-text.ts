import type { Measure, TextStyle } from '../../../canvas/wrap-text'
import { element, writable, type XmlElement } from './svg-xml'

/** Where a line of text stands, and how. */
export interface TextPlace {
  /** The left edge of the room it has. */
  readonly x: number
  /** The right edge, where wording that runs from right to left begins. */
  readonly right: number
  readonly baseline: number
  readonly style: TextStyle
  readonly fill: string
  readonly rightToLeft?: boolean
}

/**
 * One line of text. It says how wide it is, so that a program that lacks the typeface squeezes its own into the room;
 * not where it runs from right to left, because programs disagree on what that means there.
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

/** How far the typeface's middle lies above its baseline, for each pixel of its size: where browsers put it in a line. */
const MIDDLE = 0.364

/** The baseline of a line of that height, set as a browser sets it. */
export const baselineOf = (top: number, height: number, style: TextStyle): number =>
  top + height / 2 + style.size * MIDDLE

const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether the wording runs from right to left: its first letter decides, as it does in browsers. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(FIRST_LETTER.exec(text)?.[0] ?? '')
