const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  let left = number
  let text = ''
  for (const [value, signs] of ROMAN) {
    while (left >= value) {
      text += signs
      left -= value
    }
  }
  return text
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω'

/** a … z, aa, ab …, as browsers and office suites count. */
function letters(number: number, alphabet: string): string {
  const { length } = alphabet
  let text = ''
  for (let left = number; left > 0; left = Math.floor((left - 1) / length))
    text = alphabet[(left - 1) % length]! + text
  return text
}

/**
 * The label of an item of a numbered list, without its point.
 * @param type as HTML's and OpenDocument's: `1`, `a`, `A`, `i` or `I`; also `01` for two digits at least and `α` for Greek
 *   letters. Numbers that letters cannot write stay digits
 */
export function listLabel(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number)
  if (type === '01') return String(number).padStart(2, '0')
  if (type === 'α') return letters(number, GREEK)
  const label = /^[aA]$/.test(type)
    ? letters(number, LATIN)
    : /^[iI]$/.test(type)
      ? roman(number)
      : String(number)
  return /^[AI]$/.test(type) ? label.toUpperCase() : label
}

/** The level of an item of a list in another list, from the number of lists around it; one list by itself has none. */
export const nestedLevel = (lists: number): number | undefined => (lists > 1 ? Math.min(lists, 6) : undefined)
