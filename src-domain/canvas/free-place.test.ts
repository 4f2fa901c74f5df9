import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_WIDTH, type Rect } from './card'
import { freePlace } from './free-place'

const card = (x: number, y: number, height = 108): Rect => ({ x, y, width: CARD_WIDTH, height })

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const anyCard = fc
  .tuple(
    fc.integer({ min: -900, max: 900 }),
    fc.integer({ min: -900, max: 900 }),
    fc.integer({ min: 88, max: 268 }),
  )
  .map(([x, y, height]) => card(x, y, height))

test('on an empty map the requested place is free, rounded to whole pixels', () => {
  expect(freePlace(card(10.4, -3.6), [])).toEqual({ x: 10, y: -4 })
})

test('cards added one after the other at one place fill an area wider than high', () => {
  const taken: Rect[] = []
  for (let count = 0; count < 12; count++) taken.push({ ...card(0, 0), ...freePlace(card(0, 0), taken) })
  const extent = (of: (rect: Rect) => number) => Math.max(...taken.map(of)) - Math.min(...taken.map(of))
  expect(extent(({ x }) => x)).toBeGreaterThan(extent(({ y }) => y))
})

test('a new card never covers another, whatever the positions and heights of the others', () => {
  fc.assert(
    fc.property(anyCard, fc.array(anyCard, { maxLength: 60 }), (wished, taken) => {
      const place = freePlace(wished, taken)
      expect(taken.filter((other) => overlap({ ...wished, ...place }, other))).toEqual([])
      expect(Number.isInteger(place.x) && Number.isInteger(place.y)).toBe(true)
    }),
  )
})

test('cards added one after the other at one place never cover one another', () => {
  const taken: Rect[] = []
  for (let count = 0; count < 150; count++) taken.push({ ...card(0, 0), ...freePlace(card(7, 7), taken) })
  const covering = taken.flatMap((a, i) => taken.slice(i + 1).filter((b) => overlap(a, b)))
  expect(covering).toEqual([])
})

test('a map without free space nearby still has a place, below all cards', () => {
  const taken = Array.from({ length: 60 * 130 }, (_, index) =>
    card(((index % 60) - 30) * 280, (Math.floor(index / 60) - 65) * 140),
  )
  const place = freePlace(card(0, 0), taken)
  expect(taken.some((other) => overlap(card(place.x, place.y), other))).toBe(false)
})
