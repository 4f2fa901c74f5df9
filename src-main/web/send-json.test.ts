import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './send-json'

test('JSON sent in pieces arrives unchanged, whatever its characters', () => {
  const Text = fc.array(fc.constantFrom('a', 'é', '土', '🧭', '\u0000', '"')).map((each) => each.join(''))
  fc.assert(
    fc.property(Text, fc.integer({ min: 1, max: 9 }), (text, size) => {
      const pieces = [...piecesOf(text, size)]
      expect(Buffer.concat(pieces).toString('utf8')).toBe(text)
      for (const piece of pieces) expect(piece.toString('utf8').length).toBeLessThanOrEqual(size + 1)
    }),
  )
})
