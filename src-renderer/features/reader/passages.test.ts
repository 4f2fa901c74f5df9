import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Excerpt } from '#domain/records/excerpt'
import { highlightLanes, type Painted } from './highlight-lanes'
import { strokes, under, within } from './passages'

const spans = fc.array(
  fc.record({
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 30 }),
    name: fc.constantFrom('a', 'b'),
  }),
  { maxLength: 40 },
)

/** The names that cover each unit of a text. */
const cover = (marks: readonly { name: string; start: number; end: number }[]) =>
  Array.from({ length: 100 }, (_, at) =>
    [...new Set(marks.filter(({ start, end }) => start <= at && at < end).map(({ name }) => name))].sort(),
  )

test('strokes of each name cover its passages without overlap', () => {
  fc.assert(
    fc.property(spans, (drawn) => {
      const marks = drawn
        .map(({ start, length, name }) => ({ name, start, end: start + length }))
        .sort((a, b) => a.start - b.start || b.end - a.end)
      const names = new Map<Painted, string>()
      const painted = marks.map(({ name, ...span }) => {
        const mark = { excerpt: span as Excerpt, depth: 0, reach: 0 }
        names.set(mark, name)
        return mark
      })
      const made = strokes(painted, (mark) => names.get(mark)!)
      expect(cover(made)).toEqual(cover(marks))
      for (const { name, start, end } of made) {
        const others = made.filter((each) => each.name === name && each.start < end && each.end > start)
        expect(others).toHaveLength(1)
      }
    }),
  )
})

test('a search in a span or at an offset finds the same as a search of all passages', () => {
  fc.assert(
    fc.property(spans, fc.nat(80), fc.nat(20), (drawn, start, length) => {
      const excerpts = drawn
        .map(({ start, length }, index) => ({ id: `${index}`, start, end: start + length }) as Excerpt)
        .sort((a, b) => a.start - b.start)
      const painted = highlightLanes(excerpts).marks
      const end = start + length
      expect(within(painted, start, end)).toEqual(
        painted.filter(({ excerpt }) => excerpt.start < end && excerpt.end > start),
      )
      expect(new Set(under(painted, start))).toEqual(
        new Set(excerpts.filter((each) => each.start <= start && start <= each.end)),
      )
    }),
  )
})
