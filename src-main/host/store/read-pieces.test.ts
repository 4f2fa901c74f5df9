import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inexactInteger } from '#domain/safety/inexact-integer'
import { sampleProject } from '#domain/testing/sample'
import { fileText } from './file-text'
import { readPieces } from './read-pieces'

const TEXT = fileText(sampleProject())

/** Bytes at a time: a few records of the sample. */
const FEW = 300

const read = (text: string) => readPieces(Buffer.from(text), FEW)

/** What JSON makes of a whole file; undefined if it is not JSON in UTF-8. */
function asWhole(bytes: Uint8Array) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: JSON.parse(text) as unknown, inexact: inexactInteger(text) }
  } catch {
    return undefined
  }
}

test('a file is read in pieces as it is as a whole, whatever letters it has', () => {
  for (const text of [TEXT, TEXT.replaceAll('e', 'é'), TEXT.replaceAll('a', '\\"報\u2028😀')])
    expect(read(text)).toEqual(asWhole(Buffer.from(text)))
})

test('a small file and one without the indent of Counterpoint are not cut', () => {
  expect(readPieces(Buffer.from(TEXT), TEXT.length)).toBeUndefined()
  expect(read(JSON.stringify(JSON.parse(TEXT)))).toBeUndefined()
})

test('an integer that a number cannot hold is found in any piece', () => {
  const parts = TEXT.split('\n    },\n')
  for (const at of [0, Math.floor(parts.length / 2), parts.length - 1]) {
    const text = parts.map((part, index) =>
      index === at ? part.replace(/: "[^"\n]*"/, ': 12345678901234567') : part,
    )
    expect(read(text.join('\n    },\n'))?.inexact).toBe('12345678901234567')
  }
})

test('a table that comes twice, or not in the project itself, is left to the reader of the whole', () => {
  const table = /\n {2}"claims": \[[^]*?\n {2}\],/.exec(TEXT)![0]
  expect(read(TEXT.replace(table, `${table}${table}`))).toBeUndefined()
  expect(read(TEXT.replace(table, `\n  "other": {${table.slice(0, -1)}},`))).toBeUndefined()
})

test('P4 a damaged file is never read in pieces as anything but what it is as a whole', () => {
  const bytes = Buffer.from(TEXT)
  const pieces = [
    '\n',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    '\n    },\n    {',
    '\n    }\n  ]',
    '": [\n    {',
    '\xff',
    '',
  ]
  const damage = fc.record({
    at: fc.nat(bytes.length),
    removed: fc.nat(40),
    added: fc.constantFrom(...pieces),
  })
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      let damaged: Buffer = bytes
      for (const { at, removed, added } of damages)
        damaged = Buffer.concat([
          damaged.subarray(0, at),
          Buffer.from(added, 'latin1'),
          damaged.subarray(at + removed),
        ])
      const found = readPieces(damaged, FEW)
      if (found) expect(found.value).toEqual(asWhole(damaged)?.value)
    }),
    { numRuns: 500 },
  )
})
