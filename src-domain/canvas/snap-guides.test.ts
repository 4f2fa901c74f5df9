import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GRID, snap } from './snap-guides'

const card = (x: number, y: number, height = 100) => ({ x, y, width: 248, height })

test('a card near another’s edge snaps to it, with a guide line', () => {
  expect(snap(card(5, 403), [card(0, 0)], 6)).toEqual({
    x: 0,
    y: 400,
    guides: [
      { axis: 'x', at: 0, from: 0, to: 500 },
      { axis: 'x', at: 124, from: 0, to: 500 },
      { axis: 'x', at: 248, from: 0, to: 500 },
    ],
  })
})

test('middles snap to middles if the sizes differ', () => {
  const { y, guides } = snap(card(600, 38), [card(0, 0, 180)], 6)
  expect(y).toBe(40)
  expect(guides).toEqual([{ axis: 'y', at: 90, from: 0, to: 848 }])
})

test('far from all others, a card snaps to the grid, without a guide line', () => {
  expect(snap(card(1003, 1006), [card(0, 0)], 6)).toEqual({ x: 1000, y: 1008, guides: [] })
})

test('a card never snaps beyond the limit, and every guide line runs along an edge or a middle', () => {
  const rect = fc
    .tuple(
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: 88, max: 268 }),
    )
    .map(([x, y, height]) => card(x, y, height))
  fc.assert(
    fc.property(
      rect,
      fc.array(rect, { maxLength: 8 }),
      fc.integer({ min: 0, max: 12 }),
      (moved, others, within) => {
        const to = snap(moved, others, within)
        const most = Math.max(within, GRID / 2)
        expect(Math.abs(to.x - moved.x)).toBeLessThanOrEqual(most)
        expect(Math.abs(to.y - moved.y)).toBeLessThanOrEqual(most)
        for (const { axis, at } of to.guides) {
          const size = axis === 'x' ? moved.width : moved.height
          expect([0, size / 2, size].map((part) => to[axis] + part)).toContain(at)
        }
      },
    ),
  )
})
