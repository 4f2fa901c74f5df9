import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedText, foldForSearch } from './search-fold'

test.each([
  ['Łódź', 'lodz'],
  ['Đakovo', 'dakovo'],
  ['Ærø', 'aero'],
  ['Straße', 'strasse'],
  ['Erdoğan', 'erdogan'],
  ['DİYARBAKIR ılık', 'diyarbakir ilik'],
  ['The mayor’s “house”', `the mayor's "house"`],
  ['P‑17 – P—17 − P‐17', 'p-17 - p-17 - p-17'],
  ['10\u00A0000\u202F€', '10 000 €'],
  ['co\u00ADoperate', 'cooperate'],
  ['ﬁnal 2019³', 'final 20193'],
  ['λόγος', 'λογοσ'],
  // Vowels of Indian scripts are no accents.
  ['हिन्दी', 'हिन्दी'],
])('“%s” is compared as “%s”', (printed, typed) => {
  expect(foldForSearch(printed)).toBe(typed)
})

test('a text is folded as a whole as it is in pieces, and offsets lead back to its characters', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Ł', 'ß', 'é', 'e\u0301', '’', '🧭', 'ﬁ', ' ', '\u00AD'),
    maxLength: 20,
  })
  fc.assert(
    fc.property(text, fc.nat(20), fc.nat(20), (words, from, length) => {
      const folded = foldedText(words)
      expect(folded.text).toBe(foldForSearch(words))
      const [start, end] = [folded.start(from), folded.end(from + length)]
      if (from + length > folded.text.length || length === 0) return
      expect(foldForSearch(words.slice(start, end))).toContain(folded.text.slice(from, from + length))
    }),
  )
})
