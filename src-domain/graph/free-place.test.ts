import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_WIDTH, TYPICAL_HEIGHT, type Point } from './card'
import { freePlace } from './free-place'

const overlap = (a: Point, b: Point) =>
  Math.abs(a.x - b.x) < CARD_WIDTH && Math.abs(a.y - b.y) < TYPICAL_HEIGHT

const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })

test('an empty map has the wished place free, to the whole pixel', () => {
  expect(freePlace({ x: 10.4, y: -3.6 }, [])).toEqual({ x: 10, y: -4 })
})

test('a taken place gives the one below, as a map grows downwards', () => {
  const { x, y } = freePlace({ x: 0, y: 0 }, [{ x: 0, y: 0 }])
  expect(x).toBe(0)
  expect(y).toBeGreaterThanOrEqual(TYPICAL_HEIGHT)
})

test('a card never covers another, wherever the others stand', () => {
  fc.assert(
    fc.property(point, fc.array(point, { maxLength: 60 }), (wished, taken) => {
      const place = freePlace(wished, taken)
      expect(taken.filter((other) => overlap(place, other))).toEqual([])
      expect(Number.isInteger(place.x) && Number.isInteger(place.y)).toBe(true)
    }),
  )
})

test('cards put at one place one after the other never cover one another', () => {
  const taken: Point[] = []
  for (let count = 0; count < 200; count++) taken.push(freePlace({ x: 7, y: 7 }, taken))
  const covering = taken.flatMap((a, i) => taken.slice(i + 1).filter((b) => overlap(a, b)))
  expect(covering).toEqual([])
})

test('a map that is full all around still has a place, below everything', () => {
  const taken = Array.from({ length: 130 * 130 }, (_, index) => ({
    x: ((index % 130) - 65) * 280,
    y: (Math.floor(index / 130) - 65) * 144,
  }))
  const place = freePlace({ x: 0, y: 0 }, taken)
  expect(taken.some((other) => overlap(place, other))).toBe(false)
})
