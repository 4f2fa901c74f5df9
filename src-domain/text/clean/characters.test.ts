import { expect, it } from 'vitest'
import { cleanCharacters } from './characters'

it('every kind of line break becomes a line feed, and a form feed stays', () => {
  expect(cleanCharacters('a\r\nb\rc\u2028d\u2029e\u0085f\fg').text).toBe('a\nb\nc\nd\ne\nf\fg')
})

it('invisible characters are removed and counted', () => {
  expect(cleanCharacters('\ufeffa\0b\u200bc\u0007')).toEqual({
    text: 'abc',
    report: [
      { what: 'byte order marks removed', count: 1 },
      { what: 'control characters removed', count: 3 },
    ],
  })
})

it('a lone surrogate stays visible, a pair is kept', () => {
  const { text, report } = cleanCharacters('x\ud800y 😀 \udc00')
  expect(text).toBe('x\ufffdy 😀 \ufffd')
  expect(report[0]?.count).toBe(2)
})

it('a soft hyphen is removed, except at the end of a line, where it marks a split word', () => {
  expect(cleanCharacters('har\u00adbour, har\u00ad\nbour').text).toBe('harbour, har\u00ad\nbour')
})

it('TeX codes for ligatures, quotation marks and dashes are replaced by the characters', () => {
  const { text, report } = cleanCharacters(
    'The \u0010o\u001ecers\u0011 \u001cled 2\u00153 di\u001berent \u001des.\n\u0088 One',
  )
  expect(text).toBe('The “officers” filed 2–3 different fles.\n• One')
  expect(report).toEqual([{ what: 'TeX codes replaced by letters', count: 8 }])
})

it('control codes of a terminal, and TeX codes outside words, are not ligatures', () => {
  expect(cleanCharacters('bold\u001b[0m 1 \u001c 2 \u0011').text).toBe('bold[0m 1  2 ')
})
