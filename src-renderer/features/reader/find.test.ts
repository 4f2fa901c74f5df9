import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIn } from './find'

const found = (text: string, wanted: string) =>
  findIn(text, wanted).map(({ start, end }) => text.slice(start, end))

test('words are found whatever their case and marks', () => {
  expect(found('Erdoğan, ERDOGAN and erdogan', 'erdogan')).toEqual(['Erdoğan', 'ERDOGAN', 'erdogan'])
})

test('words are found across line breaks', () => {
  expect(found('air\n\ndefence, air  defence', 'air defence')).toEqual(['air\n\ndefence', 'air  defence'])
})

test('special characters of regular expressions are literal', () => {
  expect(found('costs $2.5 (net)', '$2.5 (net)')).toEqual(['$2.5 (net)'])
})

test.each([
  ['The P-17 boat, called the P-17.', 'P-17', 2],
  ['The S‑400 and the S–400', 'S-400', 2],
  ['The mayor’s house. “It’s done,” she said.', `"it's done,"`, 1],
  ['from Łódź to Đakovo and to Ærø', 'aero', 1],
  ['新しい橋の建設費を承認した', '建設費', 1],
  ['10\u00A0000 euros', '10 000', 1],
])('in “%s”, “%s” is found %i times', (text, wanted, count) => {
  expect(findIn(text, wanted)).toHaveLength(count)
  // At no letter on the way there, as it is typed.
  for (let at = 1; at < wanted.length; at++) expect(() => findIn(text, wanted.slice(0, at))).not.toThrow()
})

test('an empty query finds nothing', () => {
  expect(findIn('words', '  ')).toEqual([])
})

test('for any text and words, every match has the length of the query', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      (text, wanted) => {
        for (const { start, end } of findIn(text, wanted))
          expect(start < end && end <= text.length).toBe(true)
      },
    ),
  )
})
