import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleName } from './visible-name'

test.each([
  ['invoice\u202efdp.exe', 'invoice[U+202E]fdp.exe'],
  ['\u2066a\u2069', '[U+2066]a[U+2069]'],
  ['a\u200eb\u200fc\u061c', 'a[U+200E]b[U+200F]c[U+061C]'],
  ['line\nfeed\tand\u0007bell\r', 'line[U+000A]feed[U+0009]and[U+0007]bell[U+000D]'],
  ['a\0b\u001b[31m', 'a[U+0000]b[U+001B][31m'],
  ['a\u007fb\u0085c\u009b', 'a[U+007F]b[U+0085]c[U+009B]'],
  ['Clai\u200bm', 'Clai[U+200B]m'],
  ['Clai\u200dm', 'Clai[U+200D]m'],
  ['\ufeffClaim\u2060', '[U+FEFF]Claim[U+2060]'],
  ['a\u2028b\u2029c', 'a[U+2028]b[U+2029]c'],
  ['soft\u00adhyphen', 'soft[U+00AD]hyphen'],
  ['\u3164', '[U+3164]'],
  ['hi\u{e0068}\u{e0069}', 'hi[U+E0068][U+E0069]'],
  ['half \ud800 of one', 'half [U+D800] of one'],
])('P8 %j is shown as %s', (name, shown) => expect(visibleName(name)).toBe(shown))

test.each([
  'Claim',
  'S-400: neden? Çünkü…',
  'مقالة عن الدفاع',
  'כותרת',
  '防衛に関する記事',
  'می\u200cخواهم',
  'क्\u200dष',
  '👩🏽\u200d🔬 and 👨\u200d👩\u200d👧',
  '❤️\u200d🔥',
  'e\u0301',
  'a\u00a0b',
])('%j is shown unchanged', (name) => expect(visibleName(name)).toBe(name))

test('every hidden or directional character of a name is replaced, and no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const shown = visibleName(name)
      expect(shown).toBe(visibleName(shown))
      expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u)
      if (!/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(name)) expect(shown).toBe(name)
    }),
  )
})
