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
