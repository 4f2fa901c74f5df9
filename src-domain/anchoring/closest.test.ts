import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closest } from './closest'

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
