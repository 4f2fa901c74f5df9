import fc from 'fast-check'
import { expect, test } from 'vitest'
import { load } from '../document/load'
import { save } from '../document/save'
import { sampleProject } from '../testing/sample'
import { inexactInteger } from './inexact-integer'

test('an integer that would be changed is found, also in nested values, and not in text', () => {
  const big = '9007199254740993'
  expect(inexactInteger(`{"a": [1, {"b": ${big}}]}`)).toBe(big)
  expect(inexactInteger(`{"a": -${big}}`)).toBe(`-${big}`)
  expect(inexactInteger(`{"a": "${big}", "${big}": "\\\\", "b": "\\"${big}"}`)).toBeUndefined()
  expect(inexactInteger('{"a": 9007199254740991, "b": 0.12345678901234567}')).toBeUndefined()
})

test('an integer that would be changed is found wherever it is in the file', () => {
  for (let before = 0; before < 40; before++)
    for (const digits of ['9007199254740993', '123456789012345678901234567890123'])
      expect(inexactInteger(`{"a":${' '.repeat(before)}${digits}}`)).toBe(digits)
})

test('no integer is found in JSON of safe values, whatever its text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const json = JSON.stringify(value, (_key, each: unknown) =>
        typeof each === 'number' && !Number.isSafeInteger(each) ? 0 : each,
      )
      expect(inexactInteger(json)).toBeUndefined()
    }),
  )
})

test('P4 a file that could be opened and not be saved is refused in words', () => {
  const text = save(sampleProject())
  const field = text.replace('"format":', '"ours": 9007199254740993, "format":')
  expect(load(field)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/9007199254740993 .*cannot be kept/) as string,
  })
  const last = text.replace('"revision": 0', '"revision": 9007199254740991')
  expect(load(last)).toMatchObject({ ok: false, message: expect.stringMatching(/revision/) as string })
})
