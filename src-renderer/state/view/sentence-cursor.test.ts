import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { extend, moveEdge, sentenceAt, moveCursor, type Cursor } from './sentence-cursor'

const builder = new Builder()
const id = builder.source(
  'One is here. Two follows it.',
  'Three is set aside.',
  'Four ends with the S-400 (2019).',
)
const given = builder.project.sources.get(id)!
const source = {
  ...given,
  blocks: given.blocks.map((block, index) => (index === 1 ? { ...block, aside: 'an advertisement' } : block)),
}
const words = (cursor: Cursor | undefined) => cursor && source.text.slice(cursor.span.start, cursor.span.end)
const first = sentenceAt(source, 0)!
const second = moveCursor(source, first, 'next')!
const last = moveCursor(source, second, 'next')!

test('the cursor moves from sentence to sentence, skips text set aside, and stops at the ends', () => {
  expect([first, second, last].map(words)).toEqual([
    'One is here.',
    'Two follows it.',
    'Four ends with the S-400 (2019).',
  ])
  expect(moveCursor(source, last, 'next')).toBeUndefined()
  expect(words(moveCursor(source, last, 'previous'))).toBe('Two follows it.')
  expect(moveCursor(source, first, 'previous')).toBeUndefined()
})

test('an offset between sentences belongs to the next one, and one after the last to none', () => {
  expect(words(sentenceAt(source, 12))).toBe('Two follows it.')
  expect(words(sentenceAt(source, 3))).toBe('One is here.')
  expect(sentenceAt(source, source.text.length)).toBeUndefined()
})

test('extending works in both directions, and back', () => {
  const longer = extend(source, second, 'next')!
  expect(words(longer)).toMatch(/^Two .+ \(2019\)\.$/s)
  expect(words(extend(source, longer, 'previous'))).toBe('Two follows it.')
  const earlier = extend(source, second, 'previous')!
  expect(words(earlier)).toBe('One is here. Two follows it.')
  expect(words(extend(source, earlier, 'next'))).toBe('Two follows it.')
  expect(extend(source, longer, 'next')).toBeUndefined()
  expect(extend(source, earlier, 'previous')).toBeUndefined()
})

test('an end moves by a word, stops at the end of the sentence, and always leaves a word', () => {
  const shorter = moveEdge(source, last, 'end', 'previous')!
  expect(words(shorter)).toBe('Four ends with the S-400 (2019')
  const without = moveEdge(source, shorter, 'end', 'previous')!
  expect(words(without)).toBe('Four ends with the S-400')
  expect(words(moveEdge(source, without, 'end', 'next'))).toBe('Four ends with the S-400 (2019')
  expect(words(moveEdge(source, without, 'start', 'next'))).toBe('ends with the S-400')
  expect(words(moveEdge(source, second, 'start', 'previous'))).toBe('here. Two follows it.')
  const one = { ...first, span: { start: 0, end: 3 } }
  expect(moveEdge(source, one, 'end', 'previous')).toBeUndefined()
  expect(moveEdge(source, one, 'start', 'next')).toBeUndefined()
})

test('extending begins at the moved end', () => {
  const shorter = moveEdge(source, second, 'start', 'next')!
  expect(words(extend(source, extend(source, shorter, 'next')!, 'previous'))).toBe('follows it.')
})
