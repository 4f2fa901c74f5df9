import { lowered, raised } from '#domain/text/clean/raised'

/** A piece of text as a page draws it. Lengths are in points; y is measured down from the top of the page. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
  readonly rightToLeft: boolean
}

/** Part of a line, without a gap that could be the one between two columns. */
export interface Fragment {
  text: string
  x: number
  right: number
  /** The baseline. */
  y: number
  /** The size of its largest part, so that a raised number does not change it. */
  size: number
  /** The number of letters in each font. */
  readonly fonts: Map<string, number>
  readonly rightToLeft: boolean
}

/** Wider gaps, in font sizes, may be between columns. The spaces of a justified line can be as wide. */
const WIDEST_SPACE = 0.65
/** Narrower gaps, in font sizes, are not spaces but room between letters. */
const NARROWEST_SPACE = 0.14
const NO_SPACE = 0.02
/** How far, in font sizes, letters may overlap those before them; small raised letters may overlap further. */
const OVERLAP = 0.3
const RAISED_OVERLAP = 0.6

/** Joins pieces, in drawing order, into fragments of lines. Spaces come from the gaps, not from the characters. */
export function joinPieces(pieces: readonly PlacedText[]): Fragment[] {
  const fragments: Fragment[] = []
  let spaced = false
  let previous: PlacedText | undefined
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      spaced = true
      continue
    }
    // Some documents make letters bold by drawing them twice.
    if (previous && isSame(previous, piece)) continue
    const fragment = fragments.at(-1)
    if (fragment && goesOn(fragment, piece)) append(fragment, piece, spaced)
    else fragments.push(fragmentOf(piece))
    spaced = /\s$/u.test(piece.text)
    previous = piece
  }
  return fragments
}

const isSame = (one: PlacedText, other: PlacedText): boolean =>
  one.text === other.text &&
  Math.abs(one.x - other.x) < one.size * 0.1 &&
  Math.abs(one.y - other.y) < one.size * 0.1

function goesOn(fragment: Fragment, piece: PlacedText): boolean {
  const gap = (piece.x - fragment.right) / fragment.size
  const overlap = piece.size < fragment.size * 0.85 ? RAISED_OVERLAP : OVERLAP
  if (fragment.rightToLeft !== piece.rightToLeft || gap < -overlap || gap > WIDEST_SPACE) return false
  return onOneLine(fragment, piece)
}

/** Whether both are on the same line. Raised and lowered numbers are slightly off it. */
export function onOneLine(one: { y: number; size: number }, other: { y: number; size: number }): boolean {
  const [larger, smaller] = one.size >= other.size ? [one, other] : [other, one]
  const small = smaller.size < larger.size * 0.85
  const rise = larger.y - smaller.y
  return small ? rise > -larger.size * 0.3 && rise < larger.size * 0.6 : Math.abs(rise) < larger.size * 0.3
}

const fragmentOf = ({ text, x, y, width, size, font, rightToLeft }: PlacedText): Fragment => ({
  text: text.trim(),
  x,
  right: x + width,
  y,
  size,
  fonts: new Map([[font, lettersIn(text)]]),
  rightToLeft,
})

const lettersIn = (text: string): number => text.replace(/\s/gu, '').length

function append(fragment: Fragment, piece: PlacedText, spaced: boolean): void {
  addTo(fragment, fragmentOf(piece), spaced || /^\s/u.test(piece.text))
}

/** Figures and single letters, with the signs that stand between them. */
const RAISED = /^[\d+\-−–=(),;/\s]{1,12}$|^\p{L}$/u

/** Smaller letters than these, in sizes of those beside them, are raised or lowered; still smaller ones are not. */
const SMALL = [0.45, 0.85] as const
const RISE = 0.15
const DROP = 0.08

/** The text of a small raised or lowered fragment, told apart from what stands before it: 2019³ is not 20193. */
function setApart(before: Fragment, { text, size, x, y }: Fragment): string {
  const ratio = size / before.size
  if (ratio < SMALL[0] || ratio > SMALL[1] || !RAISED.test(text)) return text
  // A letter that touches the one before it is part of a name, as in LaTeX.
  if (/\p{L}/u.test(text) && x < before.right - before.size * 0.1) return text
  const rise = (before.y - y) / before.size
  if (rise > RISE) return raised(text, before.text)
  return rise < -DROP ? lowered(text, before.text) : text
}

/** Appends a fragment to another one of the same line. */
export function addTo(fragment: Fragment, next: Fragment, spaced = false): void {
  const gap = fragment.rightToLeft ? fragment.x - next.right : next.x - fragment.right
  // The number of a note is raised and directly before its text.
  const marker = /^[\d*†‡§]{1,3}$/u.test(fragment.text) && fragment.size < next.size * 0.85
  const wide = gap > Math.max(fragment.size, next.size) * (spaced ? NO_SPACE : NARROWEST_SPACE)
  fragment.text += (wide || marker ? ' ' : '') + setApart(fragment, next)
  fragment.x = Math.min(fragment.x, next.x)
  fragment.right = Math.max(fragment.right, next.right)
  if (next.size > fragment.size) {
    fragment.size = next.size
    fragment.y = next.y
  }
  for (const [font, letters] of next.fonts)
    fragment.fonts.set(font, (fragment.fonts.get(font) ?? 0) + letters)
}
