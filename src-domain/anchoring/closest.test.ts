import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closest } from './closest'
import { ANCHORING } from './thresholds'

test.each([
  ['the same words', 'one two three', 'one two three', 'one two three'],
  ['one word changed', ' one 2 three four ', 'one two three four', 'one 2 three four'],
  ['a word added', 'one two and three', 'one two three', 'one two and three'],
  ['two words of five gone', '\none two three\n', 'one two three four five', 'one two three'],
])('an edited quote is found: %s', (_case, text, quote, words) => {
  const match = closest(text, quote)
  expect(match && text.slice(match.start, match.end)).toBe(words)
})

test.each([
  ['other words', 'four five six', 'one two three'],
  ['the same words in another order', 'three two one', 'one two three'],
  ['too few of its words', 'one x y z', 'one two three four'],
  ['its words lost among others', 'one a b c two d e f three', 'one two three'],
  ['nothing there', '   ', 'one two'],
  ['too long to compare', 'word '.repeat(2001), 'word '.repeat(2001)],
])('a quote is not found: %s', (_case, text, quote) => {
  expect(closest(text, quote)).toBeUndefined()
})

test('a found quote never begins or ends with white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 40 }), (text) => {
      const match = closest(text, text)
      expect(match ? text.slice(match.start, match.end) : '').toBe(text.trim())
    }),
  )
})

test('many long passages whose words are gone do not hold up the opening of a project', () => {
  const words = (letters: string) => Array.from({ length: 1900 }, (_, at) => letters[(at * 7) % 8]).join(' ')
  const [text, quote] = [words('abcdefgh'), words('acegijkl')]
  const found = Array.from({ length: 300 }, () => closest(text, quote))
  expect(new Set(found)).toEqual(new Set([undefined]))
})

test('the longest common subsequence is that of the definition', () => {
  const lengthOf = (a: readonly string[], b: readonly string[]): number => {
    const [first, ...rest] = a
    if (first === undefined || b.length === 0) return 0
    const at = b.indexOf(first)
    const without = lengthOf(rest, b)
    return at < 0 ? without : Math.max(without, 1 + lengthOf(rest, b.slice(at + 1)))
  }
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const isClose = lengthOf(a, b) / Math.max(a.length, b.length) >= ANCHORING.keptShare
      expect(closest(a.join(' '), b.join(' ')) !== undefined).toBe(isClose)
    }),
  )
})
