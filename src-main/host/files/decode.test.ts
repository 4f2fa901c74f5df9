import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode'

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('text is decoded, and its encoding named', () => {
  const TEXT = 'Ankara’s “hedging” – 5 € 🧭 עברית'
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(TEXT), TEXT, 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), TEXT, 'UTF-8'],
    ['UTF-16, little endian', utf16(TEXT, false), TEXT, 'UTF-16 (little endian)'],
    ['UTF-16, big endian', utf16(TEXT, true), TEXT, 'UTF-16 (big endian)'],
    ['plain ASCII', Buffer.from('Plain'), 'Plain', 'UTF-8'],
    ['nothing', new Uint8Array(), '', 'UTF-8'],
    [
      'windows-1252, with the quotes and dashes that Latin-1 does not have',
      Uint8Array.of(0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x80, 0x85, 0x8a, 0x9f, 0xe9, 0xff),
      '‘’“”–—€…ŠŸéÿ',
      'windows-1252',
    ],
  ])('%s', (_case, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding })
  })

  test('damage after a byte order mark is shown and named', () => {
    const damaged = Buffer.concat([Buffer.from('\uFEFFgood '), Uint8Array.of(0xe9), Buffer.from(' good')])
    expect(decode(damaged)).toEqual({ text: 'good \uFFFD good', encoding: 'UTF-8, damaged' })
  })

  test('any well-formed text is decoded from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(Buffer.from(`Words: ${text}`))).toEqual({ text: `Words: ${text}`, encoding: 'UTF-8' })
      }),
    )
  })

  test('in any other encoding, each byte becomes a character, and none becomes U+FFFD', () => {
    const bytes = fc.uint8Array({ min: 0x20, max: 0xff, minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(bytes, (drawn) => {
        const given = Buffer.concat([Buffer.from('x'), drawn])
        const { text, encoding } = decode(given)!
        expect(text.includes('\uFFFD') && !given.includes(Buffer.from('\uFFFD'))).toBe(false)
        if (encoding === 'windows-1252') expect(text).toHaveLength(given.length)
      }),
    )
  })
})

test.each<[string, Uint8Array]>([
  ['a picture', Buffer.concat([Uint8Array.of(0x89, 0x50, 0x4e, 0x47), Buffer.alloc(400, 1)])],
  ['nothing but zeros', Buffer.alloc(100)],
  ['UTF-16 without a mark', Buffer.from('Ankara signed for the S-400.', 'utf16le')],
  ['a mark before what is no text', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.alloc(100, 2)])],
])('what is not text is told apart: %s', (_case, bytes) => {
  expect(decode(bytes)).toBeUndefined()
})
