/** A piece of text as a page draws it. Lengths are in points; y is counted down from the top of the page. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
  readonly rightToLeft: boolean
}

/** A stretch of one line, with no gap in it that could be the one between two columns. */
export interface Fragment {
  text: string
  x: number
  right: number
  /** The line that its letters stand on. */
  y: number
  /** Of its largest part: a raised number is no size of its own. */
  size: number
  /** How many letters are in each font. */
  readonly fonts: Map<string, number>
  readonly rightToLeft: boolean
}

/** Wider gaps, in sizes, may be those between columns. Those between words of a stretched line may be as wide. */
const WIDEST_SPACE = 0.65
/** Narrower gaps, in sizes, are no space, only room between letters. */
const NARROWEST_SPACE = 0.14
const NO_SPACE = 0.02
/** How far, in sizes, letters may stand over those before them; small ones that are raised into them stand further. */
const OVERLAP = 0.3
const RAISED_OVERLAP = 0.6

/** Joins pieces, in the order in which the page draws them, to fragments of lines. White space is a matter of gaps. */
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

/** Both stand on one line; raised and lowered figures do so a little off it. */
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

/** Puts a fragment after another one of its line. */
export function addTo(fragment: Fragment, next: Fragment, spaced = false): void {
  const gap = fragment.rightToLeft ? fragment.x - next.right : next.x - fragment.right
  // A number that a note begins with is raised, and stands right before its words.
  const marker = /^[\d*†‡§]{1,3}$/u.test(fragment.text) && fragment.size < next.size * 0.85
  const wide = gap > Math.max(fragment.size, next.size) * (spaced ? NO_SPACE : NARROWEST_SPACE)
  fragment.text += (wide || marker ? ' ' : '') + next.text
  fragment.x = Math.min(fragment.x, next.x)
  fragment.right = Math.max(fragment.right, next.right)
  if (next.size > fragment.size) {
    fragment.size = next.size
    fragment.y = next.y
  }
  for (const [font, letters] of next.fonts)
    fragment.fonts.set(font, (fragment.fonts.get(font) ?? 0) + letters)
}
