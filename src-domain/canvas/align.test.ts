import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align, AXES, distribute, EDGES, type Arranged } from './align'

const cards = fc
  .array(
    fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.constant(248),
      height: fc.integer({ min: 80, max: 300 }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((rects): Arranged[] => rects.map((rect, index) => ({ ...rect, id: String(index) })))

const near = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

test.each(EDGES)('cards aligned by their %s are in line, and move along one axis only', (edge) => {
  fc.assert(
    fc.property(cards, (given) => {
      const places = align(given, edge)
      const lines = given.map(({ id, width, height }) => {
        const { x, y } = places.get(id)!
        const by = {
          left: x,
          centre: x + width / 2,
          right: x + width,
          top: y,
          middle: y + height / 2,
          bottom: y + height,
        }
        return by[edge]
      })
      expect(near(lines)).toBeLessThanOrEqual(1)
      const across = ['left', 'centre', 'right'].includes(edge)
      for (const card of given)
        expect(places.get(card.id)![across ? 'y' : 'x']).toBe(card[across ? 'y' : 'x'])
    }),
  )
})

test.each(AXES)('cards distributed %s have equal gaps and keep their order', (axis) => {
  fc.assert(
    fc.property(cards, (given) => {
      const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const)
      const row = given.toSorted((a, b) => a[at] - b[at] || a.id.localeCompare(b.id))
      const places = distribute(given, axis)
      const now = row.map((card) => ({ at: places.get(card.id)![at], size: card[size] }))
      expect(now[0]!.at).toBe(row[0]![at])
      const gaps = now.slice(1).map((card, index) => card.at - now[index]!.at - now[index]!.size)
      expect(near(gaps)).toBeLessThanOrEqual(1)
    }),
  )
})
