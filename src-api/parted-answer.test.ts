import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAnswer, partAnswer } from './parted-answer'

const Text = fc
  .array(fc.constantFrom('a', 'é', '土', '🧭', '\n', '\u0000', '"', '\ud800'))
  .map((each) => each.join(''))
const Value = fc.dictionary(
  fc.constantFrom('document', 'key', '__proto__', 'parts', 'answer'),
  fc.oneof(Text, fc.integer()),
)

test('an answer in parts is the same when it is put together again', () => {
  fc.assert(
    fc.property(Value, fc.integer({ min: 0, max: 5 }), (value, long) => {
      const parted = partAnswer({ ok: true, value }, long)
      const isLong = (text: unknown) => typeof text === 'string' && text.length > long && text.isWellFormed()
      expect(parted !== undefined).toBe(Object.values(value).some(isLong))
      if (!parted) return
      expect(joinAnswer([parted.head, '\n', ...parted.texts].join(''))).toEqual({ ok: true, value })
    }),
  )
})

test('a refusal, and an answer without long texts, is not parted', () => {
  expect(partAnswer({ ok: false, error: { code: 'internal', message: 'No.' } }, 0)).toBeUndefined()
  for (const value of [null, 7, 'text', [], { count: 7 }])
    expect(partAnswer({ ok: true, value }, 9)).toBeUndefined()
})
