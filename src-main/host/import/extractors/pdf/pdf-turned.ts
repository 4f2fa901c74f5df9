import type { PlacedText } from './pdf-fragments'

/** In which direction a piece of text runs, in quarters of a circle, clockwise: 0 is upright. */
export type Quarter = 0 | 1 | 2 | 3

/** Fewer lines or letters, as of a stamp in the margin or at an axis of a figure, are no text of the page. */
const FEWEST_LINES = 3
const FEWEST_LETTERS = 100

/** The quarter in which a direction on the page points, with y down: a slope of a tenth still counts. */
export function quarterOf(x: number, y: number): Quarter | undefined {
  if (Math.abs(y) <= Math.abs(x) * 0.1) return x >= 0 ? 0 : 2
  if (Math.abs(x) <= Math.abs(y) * 0.1) return y > 0 ? 1 : 3
  return undefined
}

/** The page turned so that text in that direction is upright. */
export function uprightIn<Piece extends Pick<PlacedText, 'x' | 'y'>>(
  piece: Piece,
  quarter: Quarter,
  { width, height }: { readonly width: number; readonly height: number },
): Piece {
  const { x, y } = piece
  switch (quarter) {
    case 0:
      return piece
    case 1:
      return { ...piece, x: y, y: width - x }
    case 2:
      return { ...piece, x: width - x, y: height - y }
    case 3:
      return { ...piece, x: height - y, y: x }
  }
}

/**
 * Whether the turned text of a page is read: it is a table or a whole page printed sideways, or the page has no other
 * text.
 * @param upright whether the page has text that is not turned
 */
export function isReadTurned(pieces: readonly PlacedText[], upright: boolean): boolean {
  const letters = pieces.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0)
  if (letters === 0) return false
  const lines = new Set(pieces.map(({ y, size }) => Math.round(y / size))).size
  return !upright || (lines >= FEWEST_LINES && letters >= FEWEST_LETTERS)
}
