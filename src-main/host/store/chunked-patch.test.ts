import { expect, test } from 'vitest'
import type { Patch } from '#domain/document/patch'
import { sampleProject } from '#domain/testing/sample'
import { ChunkedPatches } from './chunked-patch'

const [id, from] = [...sampleProject().claims][0]!
const PATCH: Patch = [{ table: 'claims', id, from, to: { ...from, note: 'Noted' } }]
const TEXT = JSON.stringify(PATCH)
const [HALF, REST] = [TEXT.slice(0, 20), TEXT.slice(20)]
const sentAgain = expect.objectContaining({ code: 'unavailable' }) as Error

/** Patches of which the first half of one has come, under the name `one`. */
function halfCome(): ChunkedPatches {
  const patches = new ChunkedPatches()
  patches.add('one', 0, HALF)
  return patches
}

test('a patch in pieces is applied once, when it is complete', () => {
  const patches = halfCome()
  expect(() => patches.take('one', TEXT.length)).toThrow(sentAgain)
  patches.add('one', HALF.length, REST)
  expect(patches.take('one', TEXT.length)).toEqual(PATCH)
  expect(() => patches.take('one', TEXT.length)).toThrow(sentAgain)
})

test('a piece that does not follow the last one is refused, and a first piece starts again', () => {
  const patches = halfCome()
  for (const at of [1, HALF.length - 1, HALF.length + 1])
    expect(() => patches.add('one', at, REST)).toThrow(sentAgain)
  patches.add('one', HALF.length, REST)
  patches.add('one', 0, HALF)
  expect(() => patches.take('one', TEXT.length)).toThrow(sentAgain)
  patches.add('one', HALF.length, REST)
  expect(patches.take('one', TEXT.length)).toEqual(PATCH)
})

test('three patches can be in transit at once; a fourth discards the oldest', () => {
  const patches = halfCome()
  for (const name of ['two', 'three']) patches.add(name, 0, TEXT)
  patches.add('one', HALF.length, REST)
  patches.add('four', 0, TEXT)
  expect(() => patches.take('one', TEXT.length)).toThrow(sentAgain)
  expect(patches.take('two', TEXT.length)).toEqual(PATCH)
})

test('P8 complete pieces that are not a valid patch are refused', () => {
  const patches = new ChunkedPatches()
  patches.add('one', 0, '[{"table":"claims"}]')
  expect(() => patches.take('one', 20)).toThrow(expect.objectContaining({ code: 'bad-request' }) as Error)
})
