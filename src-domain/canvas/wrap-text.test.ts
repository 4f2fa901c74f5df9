import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrap, type Measure } from './wrap-text'

const STYLE = { size: 10, weight: 400 } as const
const graphemes = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
/** Every grapheme is as wide as the type is high. */
const measure: Measure = (text, { size }) => graphemes(text).length * size
const wrapped = (text: string, columns: number, maximum = 1000) =>
  wrap(text, STYLE, columns * 10, maximum, measure)

test.each<[string, string, number, string[]]>([
  ['breaks at white space', 'one two three', 7, ['one two', 'three']],
  ['keeps line feeds', 'one\n\ntwo', 7, ['one', '', 'two']],
  ['sets runs of white space as one space', 'one   two\tthree', 20, ['one two three']],
  [
    'breaks a word that is wider than a line',
    'to incomprehensibilities',
    8,
    ['to', 'incompre', 'hensibil', 'ities'],
  ],
  ['goes on behind the rest of a broken word', 'abcdefgh ij', 6, ['abcdef', 'gh ij']],
  ['keeps a family of emoji whole', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
  ['gives an empty text one empty line', '', 5, ['']],
])('a text %s', (_case, text, columns, lines) => {
  expect(wrapped(text, columns)).toEqual({ lines, clamped: false })
})

test.each<[string, string, number, string[]]>([
  ['with room for it', 'one two three four', 2, ['one two', 'three…']],
  ['in place of a letter', 'one two threes! four', 2, ['one two', 'threes…']],
  ['on the only line', 'one two three', 1, ['one tw…']],
])('a text that is too long ends in an ellipsis %s', (_case, text, maximum, lines) => {
  expect(wrapped(text, 7, maximum)).toEqual({ lines, clamped: true })
})

describe('whatever the text', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(' ', '\n', 'a', 'bc', '🧭', '👩‍🚀', 'e\u0301', 'ש', '中'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
    maxLength: 120,
  })
  const columns = fc.integer({ min: 1, max: 20 })
  const letters = (of: string) => of.replace(/\s/g, '')

  test('no text is lost or reordered unless it is clamped', () => {
    fc.assert(
      fc.property(text, columns, (given, width) => {
        const { lines, clamped } = wrapped(given, width)
        expect(clamped).toBe(false)
        expect(letters(lines.join(''))).toBe(letters(given))
      }),
    )
  })

  test('every line fits', () => {
    fc.assert(
      fc.property(text, columns, fc.integer({ min: 1, max: 6 }), (given, width, maximum) => {
        for (const line of wrapped(given, width, maximum).lines)
          expect(measure(line, STYLE)).toBeLessThanOrEqual(width * 10)
      }),
    )
  })

  test('there are at most the allowed lines, and a clamped text keeps its beginning', () => {
    fc.assert(
      fc.property(text, columns, fc.integer({ min: 1, max: 6 }), (given, width, maximum) => {
        const { lines, clamped } = wrapped(given, width, maximum)
        expect(lines.length).toBeLessThanOrEqual(maximum)
        expect(clamped).toBe(wrapped(given, width).lines.length > maximum)
        if (!clamped) return
        expect(lines.at(-1)).toMatch(/…$/)
        expect(letters(given).startsWith(letters(lines.join('')).slice(0, -1))).toBe(true)
      }),
    )
  })

  test('grapheme clusters are never split', () => {
    const word = fc.array(fc.constantFrom('a', '🧭', '👩‍🚀', '👩‍👩‍👧‍👦', 'e\u0301', '🇹🇷'), { maxLength: 60 })
    fc.assert(
      fc.property(word, columns, (parts, width) => {
        const given = parts.join('')
        const { lines } = wrap(given, STYLE, width, 1000, (line) => [...line].length)
        expect(lines.flatMap(graphemes)).toEqual(graphemes(given))
      }),
    )
  })
})
