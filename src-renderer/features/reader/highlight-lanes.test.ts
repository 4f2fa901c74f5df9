import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTextOrder } from '#domain/queries/excerpt-index'
import type { Excerpt } from '#domain/records/excerpt'
import { highlightLanes } from './highlight-lanes'

const excerpt = (id: string, start: number, end: number, anchor: Excerpt['anchor'] = 'exact') =>
  ({ id, start, end, anchor }) as Excerpt

test('a passage gets the lowest free depth, and a new one keeps the objects of the others', () => {
  const [long, inner, later] = [excerpt('a', 0, 30), excerpt('b', 5, 20), excerpt('c', 20, 40)]
  const before = highlightLanes([long, inner, later])
  expect(before.marks.map(({ depth }) => depth)).toEqual([0, 1, 1])
  const after = highlightLanes([long, inner, excerpt('new', 6, 9), later], before)
  expect(after.marks.map(({ depth }) => depth)).toEqual([0, 1, 2, 1])
  expect(after.marks[3]).toBe(before.marks[2])
  expect(highlightLanes([long, later], before).marks.map((mark) => before.marks.indexOf(mark))).toEqual([
    0, 2,
  ])
})

test('a lost passage is not painted', () => {
  expect(highlightLanes([excerpt('a', 0, 9, 'lost'), excerpt('b', 0, 9, 'ambiguous')]).marks).toEqual([])
})

test('passages updated after a change equal passages painted from scratch', () => {
  const drawn = fc.array(
    fc.record({
      start: fc.nat(90),
      length: fc.integer({ min: 1, max: 25 }),
      anchor: fc.constantFrom<Excerpt['anchor']>('exact', 'exact', 'exact', 'lost', 'ambiguous'),
      // Whether the passage is in the state before, the state after, or both.
      stands: fc.constantFrom('before', 'after', 'both', 'both', 'both', 'both'),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(drawn, (drawn) => {
      const all = drawn
        .map(({ start, length, anchor, stands }, index) => ({
          each: excerpt(`${index}`, start, start + length, anchor),
          stands,
        }))
        .sort((a, b) => inTextOrder(a.each, b.each))
      const those = (left: string) => all.filter(({ stands }) => stands !== left).map(({ each }) => each)
      const before = highlightLanes(those('after'))
      const after = highlightLanes(those('before'), before)
      expect(after).toEqual(highlightLanes(those('before')))
      const known = new Map(before.marks.map((mark) => [mark.excerpt, mark]))
      for (const mark of after.marks) {
        const was = known.get(mark.excerpt)
        if (was?.depth === mark.depth && was.reach === mark.reach) expect(mark).toBe(was)
      }
    }),
    { numRuns: 500 },
  )
})
