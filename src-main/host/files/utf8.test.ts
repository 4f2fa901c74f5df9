import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8ToText } from './utf8'

const byTextDecoder = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

test('UTF-8 is decoded as TextDecoder does, wherever its pieces end', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), fc.constant('報'))
  const marked = fc.tuple(fc.constantFrom('', '\uFEFF', '\uFEFF\uFEFF'), text).map((parts) => parts.join(''))
  fc.assert(
    fc.property(marked, fc.integer({ min: 1, max: 12 }), (each, size) => {
      const bytes = new TextEncoder().encode(each)
      expect(utf8ToText(bytes, size)).toBe(byTextDecoder(bytes))
    }),
  )
})

test('bytes that are not UTF-8 are refused where TextDecoder refuses them', () => {
  const outcome = (decode: (bytes: Uint8Array) => string, bytes: Uint8Array) => {
    try {
      return decode(bytes)
    } catch (error) {
      return error instanceof TypeError
    }
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), fc.boolean(), (damage, isFirst) => {
      const sound = Buffer.from('a報é')
      const bytes = Buffer.concat(isFirst ? [damage, sound] : [sound, damage])
      expect(outcome(utf8ToText, bytes)).toBe(outcome(byTextDecoder, bytes))
    }),
  )
})
