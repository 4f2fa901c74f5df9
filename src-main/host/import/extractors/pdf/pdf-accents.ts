import type { PlacedText } from './pdf-fragments'

/** Accents that stand alone, with the combining mark of each. */
const MARKS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
  '¸': '\u0327',
}
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

/** Some documents draw an accent, move back and draw the letter under it. This joins both into one letter. */
export function withAccents(pieces: readonly PlacedText[]): PlacedText[] {
  const result: PlacedText[] = []
  for (const piece of pieces) {
    const before = result.at(-1)
    const letter = before && accented(before, piece)
    if (!letter) {
      if (piece.text !== '') result.push(piece)
      continue
    }
    result.pop()
    const text = before.text.slice(0, -1)
    // If the piece begins with that letter, keep the space before it as wide as a space.
    const right = piece.x - (/\s$/u.test(text) ? piece.size * 0.2 : 0)
    if (text !== '') result.push({ ...before, text, width: Math.max(0, right - before.x) })
    result.push({ ...piece, text: letter + piece.text.slice(1) })
  }
  return result
}

/**
 * The letter made of an accent at the end of one piece and the first letter of the next, if they are drawn over each
 * other.
 */
function accented(before: PlacedText, { text, x, y, size }: PlacedText): string | undefined {
  const mark = MARKS[before.text.slice(-1)]
  const over = before.x + before.width - x
  if (!mark || over < size * 0.15 || over > size || Math.abs(before.y - y) > size * 0.5) return undefined
  const first = text.slice(0, 1)
  const letter = ((PLAIN[first] ?? first) + mark).normalize('NFC')
  // Without such a letter the accent belongs to a formula.
  return first !== '' && letter.length === 1 ? letter : undefined
}
