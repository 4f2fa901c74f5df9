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

test('so is one with a point or an exponent, and none that is written as it was read', () => {
  for (const changed of [
    ...[
      '9007199254740993.0',
      '9007199254740993e0',
      '-9007199.254740993E+9',
      '90071992547409930e-1',
      '0.9007199254740993e16',
    ],
    ...['9007199254740992.5', '123456789012345678', '100000000000000000000001', '1.00000000000000000001e300'],
  ])
    for (let before = 0; before < 20; before++)
      expect(inexactInteger(`{"a":${' '.repeat(before)}${changed}}`)).toBe(changed)
  for (const kept of [
    ...[
      '9007199254740991.0',
      '9007199254740992',
      '9007199254740994e0',
      '100000000000000000000',
      '1e22',
      '1.5e300',
    ],
    ...[
      '9.007199254740992e15',
      '0.12345678901234567890123',
      '12345.678901234567',
      '0.00000000000000000001e40',
      '1e400',
    ],
  ])
    expect(inexactInteger(`{"a": ${kept}, "b": [${kept},${kept}]}`), kept).toBeUndefined()
})

test('long runs of digits and points in text are passed over once', () => {
  expect(inexactInteger(`["${'.'.repeat(5_000_000)}", "${'1.'.repeat(2_000_000)}"]`)).toBeUndefined()
  expect(inexactInteger(`[0.${'0'.repeat(2_000_000)}1e1000]`)).toBeUndefined()
})

test('P4 whatever was written is read again: nothing is found in the JSON of any value', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ noUnicodeString: false }),
      fc.double({ min: 1e15, max: 1e25 }),
      (value, number) => {
        expect(inexactInteger(JSON.stringify([value, number, Math.round(number)]))).toBeUndefined()
      },
    ),
  )
})

test('P4 a file that could be opened and not be saved is refused in words', () => {
  const text = save(sampleProject())
  const field = text.replace('"format":', '"ours": 9007199254740993, "format":')
  expect(load(field)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/9007199254740993 .*cannot be kept/) as string,
  })
  expect(load(text.replace('"format":', `"ours": ${'9'.repeat(300)}, "format":`))).toMatchObject({
    message: expect.stringMatching(/number 9{30}… has too many digits/) as string,
  })
  const last = text.replace('"revision": 0', '"revision": 9007199254740991')
  expect(load(last)).toMatchObject({ ok: false, message: expect.stringMatching(/revision/) as string })
})
