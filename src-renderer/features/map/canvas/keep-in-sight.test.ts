import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CARD_WIDTH, type Rect } from '#domain/canvas/card'
import { boundsOf, contains } from '#domain/canvas/rect'
import { keptInSight, sightOf, type Seen } from './keep-in-sight'

const cardAt = (x: number, y = 0): Rect => ({ x, y, width: CARD_WIDTH, height: 80 })
const ROW = [cardAt(0), cardAt(400), cardAt(800)]
const seen = (zoom: number, x = 20, y = 20): Seen => ({ viewport: { x, y, zoom }, width: 1100, height: 700 })

it('a map in sight as a whole moves no further than it has to', () => {
  const wide = seen(0.8, 200)
  expect(keptInSight(wide, 1000, ROW)).toEqual({ ...wide.viewport, x: 1000 - 16 - 1040 * 0.8 })
  expect(keptInSight(seen(0.8), 900, ROW)).toEqual(seen(0.8).viewport)
})

it('it becomes smaller where it has no room, but not illegible', () => {
  const smaller = keptInSight(seen(1), 700, ROW)
  expect(smaller.zoom).toBeCloseTo((700 - 32) / 1040)
  expect(keptInSight(seen(1), 400, ROW)).toEqual(seen(1).viewport)
  expect(keptInSight(seen(1), 400, ROW, ROW[2])).toEqual({ x: 400 - 16 - 1040, y: 20, zoom: 1 })
})

it('a map that was illegible already becomes no smaller for it', () => {
  const many = Array.from({ length: 20 }, (_, index) => cardAt(index * 400))
  const far = keptInSight({ viewport: { x: 10, y: 10, zoom: 0.13 }, width: 1100, height: 700 }, 900, many)
  expect(far).toEqual({ x: 10, y: 10, zoom: 0.13 })
})

it('a map of which only a part was in sight moves to the left for the selected card alone', () => {
  const cut = seen(1, -200)
  expect(keptInSight(cut, 700, ROW)).toEqual(cut.viewport)
  expect(keptInSight(cut, 700, ROW, ROW[2]).x).toBe(700 - 16 - 1040)
  expect(keptInSight(cut, 700, ROW, ROW[1])).toEqual(cut.viewport)
  expect(keptInSight(cut, 700, ROW, cardAt(800, 3000)), 'a card out of sight').toEqual(cut.viewport)
})

it('what was in sight as a whole and stays legible is in sight as a whole', () => {
  const Cards = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 1500 }), y: fc.integer({ min: 0, max: 900 }) }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(Cards, fc.integer({ min: 500, max: 1800 }), (points, width) => {
      const cards = points.map(({ x, y }) => cardAt(x, y))
      const bounds = boundsOf(cards)!
      const before = { viewport: { x: 20, y: 20, zoom: 1 }, width: 1900, height: 1060 }
      const viewport = keptInSight(before, width, cards)
      if (viewport.zoom < 0.5 || (bounds.width + 32) / width > 2) return
      const sight = sightOf({ viewport, width, height: before.height })
      expect(contains(bounds, { ...sight, x: sight.x - 0.01, width: sight.width + 0.02 })).toBe(true)
    }),
  )
})
