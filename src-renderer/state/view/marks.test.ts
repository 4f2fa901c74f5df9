import { expect, test } from 'vitest'
import { Builder } from '#domain/testing/build'
import { markFrom } from './marks'

const builder = new Builder()
const source = builder.source('One two three four five.')
const mark = (start: number, end: number) =>
  builder.run('claim.fromSelection', { source, start, end, category: 'judgement' })
const late = mark(14, 18)
const early = mark(0, 3)
const twice = [mark(4, 7), mark(4, 7)]
const excerpts = [...builder.project.excerpts.values()]
const at = (start: number, end = start) => ({ start, end })

test('the next mark is the first that does not begin earlier; after the last comes the first', () => {
  expect(markFrom(excerpts, at(0), [], 'next')?.claim).toBe(early)
  expect(markFrom(excerpts, at(8, 13), [], 'next')?.claim).toBe(late)
  expect(markFrom(excerpts, at(15), [], 'next')?.claim).toBe(early)
})

test('the previous mark is the last that begins earlier; before the first comes the last', () => {
  expect(markFrom(excerpts, at(14, 18), [], 'previous')?.start).toBe(4)
  expect(markFrom(excerpts, at(0), [], 'previous')?.claim).toBe(late)
  expect(markFrom(excerpts, at(0, 3), [early], 'previous')?.claim).toBe(late)
})

test('marks on the same words are visited one by one', () => {
  const first = markFrom(excerpts, at(0, 3), [early], 'next')!
  const second = markFrom(excerpts, at(4, 7), [first.claim], 'next')!
  expect([first.claim, second.claim].sort()).toEqual(twice.toSorted())
  expect(markFrom(excerpts, at(4, 7), [second.claim], 'next')?.claim).toBe(late)
  expect(markFrom(excerpts, at(4, 7), [second.claim], 'previous')?.claim).toBe(first.claim)
})

test('lost marks are skipped, and without marks there is no next one', () => {
  const lost = excerpts.map((each) => (each.claim === early ? { ...each, anchor: 'lost' as const } : each))
  expect(markFrom(lost, at(0), [], 'next')?.start).toBe(4)
  expect(markFrom([], at(0), [], 'next')).toBeUndefined()
})
