import { expect, test } from 'vitest'
import { joinAnswer } from './join-answer'

test('the long texts after an answer are put into it, whatever letters they have', () => {
  const texts = { document: '"土🧭\\n', other: '', last: '\u0000é' }
  const parts = Object.entries(texts).map(([field, text]) => ({
    field,
    length: new TextEncoder().encode(text).length,
  }))
  const value = { key: 'k', document: '', other: '', last: '' }
  const body = `${JSON.stringify({ answer: { ok: true, value }, parts })}\n${Object.values(texts).join('')}`
  expect(joinAnswer(new TextEncoder().encode(body))).toEqual({ ok: true, value: { key: 'k', ...texts } })
})
