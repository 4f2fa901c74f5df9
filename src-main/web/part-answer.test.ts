import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '#api/dispatch'
import type { PartedHead } from '#api/parted-answer'
import { jsonAnswer, partAnswer } from './part-answer'

const Text = fc
  .array(fc.constantFrom('a', 'é', '土', '🧭', '\n', '\u0000', '"', '\ud800'))
  .map((each) => each.join(''))
const Value = fc.dictionary(
  fc.constantFrom('document', 'key', '__proto__', 'parts', 'answer'),
  fc.oneof(
    Text,
    fc.integer(),
    Text.map((text) => Buffer.from(text)),
  ),
)

/** The answer that is in parts. */
function together({ head, texts }: { head: string; texts: readonly Uint8Array[] }): Answer {
  const { answer, parts } = JSON.parse(head) as PartedHead
  expect(parts.map(({ length }) => length)).toEqual(texts.map(({ length }) => length))
  const fields = parts.map(({ field }, index) => [field, Buffer.from(texts[index]!).toString()])
  const { value } = answer as { value: object }
  return { ok: true, value: { ...value, ...(Object.fromEntries(fields) as object) } }
}

const withTexts = (value: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      each instanceof Uint8Array ? Buffer.from(each).toString() : each,
    ]),
  )

test('an answer in parts, or as JSON, is the same when it is read, with the texts of its bytes', () => {
  fc.assert(
    fc.property(Value, fc.integer({ min: 0, max: 5 }), (value, long) => {
      const answer = { ok: true, value: withTexts(value) }
      expect(JSON.parse(jsonAnswer({ ok: true, value }))).toEqual(answer)
      const parted = partAnswer({ ok: true, value }, long)
      const isPart = (each: unknown) =>
        each instanceof Uint8Array || (typeof each === 'string' && each.length > long && each.isWellFormed())
      expect(parted !== undefined).toBe(Object.values(value).some(isPart))
      if (!parted) return
      expect(together(parted)).toEqual(answer)
    }),
  )
})

test('a refusal, and an answer without long texts, is not parted', () => {
  const refusal = { ok: false, error: { code: 'internal', message: 'No.' } } as const
  for (const answer of [
    refusal,
    ...[null, 7, 'text', [], { count: 7 }].map((value) => ({ ok: true, value }) as const),
  ]) {
    expect(partAnswer(answer, 9)).toBeUndefined()
    expect(JSON.parse(jsonAnswer(answer))).toEqual(answer)
  }
})
