import { expect, test } from 'vitest'
import { markLink, unmarked } from './link-marks'
import { lowered, raised } from './raised'

test.each([
  ['3', 'The pact of 2019', '³'],
  ['6', '10', '⁶'],
  ['-12', '10', '⁻¹²'],
  ['1,2', '2019', '¹,²'],
  ['a', 'word', 'ᵃ'],
  ['2n', 'x', '²ⁿ'],
  ['x/2', '10', '^(x/2)'],
  // The same word raised or not.
  ['st', '1', 'st'],
  ['e', '20', 'e'],
  ['o', 'n', 'o'],
  ['me', 'M', 'me'],
  ['[3]', '2019', '[3]'],
  ['*', 'word', '*'],
])('a raised “%s” after “%s” becomes “%s”', (words, before, expected) => {
  expect(raised(words, before)).toBe(expected)
})

test('a raised figure that is a link stays a link', () => {
  const made = raised(markLink('3', 'https://example.org/1'), '2019')
  expect(unmarked(made)).toEqual({
    text: '³',
    links: [{ start: 0, end: 1, address: 'https://example.org/1' }],
  })
})

test.each([
  ['2', 'H', '2'],
  ['2', '1010', '₂'],
  ['i/2', '10', '_(i/2)'],
  ['2', '12¹⁄', '₂'],
  ['2', 'and/', '2'],
])('a lowered “%s” after “%s” becomes “%s”', (words, before, expected) => {
  expect(lowered(words, before)).toBe(expected)
})
