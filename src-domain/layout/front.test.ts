import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_GAP } from '../canvas/card'
import { inColumns, placesIn, stacked, type Box } from './front'

const card = (claim: string, width: number, height: number): Box => ({ claim, width, height, parts: [] })

const Heights = fc.array(fc.integer({ min: 50, max: 300 }), { minLength: 1, maxLength: 12 })

test('columns are wider and lower from shape to shape, and keep the order of siblings', () => {
  fc.assert(
    fc.property(Heights, fc.integer({ min: 0, max: 100 }), (heights, drop) => {
      const siblings = heights.map((height, index) => [card(String(index), 240, height)])
      const front = inColumns(siblings, { gap: 54, drop })
      front.slice(1).forEach((box, index) => {
        expect(box.width).toBeGreaterThan(front[index]!.width)
        expect(box.height).toBeLessThan(front[index]!.height)
      })
      for (const box of front) {
        const places = [...placesIn(box, { x: 0, y: 0 })]
        expect(places.map(([claim]) => Number(claim))).toEqual(heights.map((_, index) => index))
        places.slice(1).forEach(([, { x, y }], index) => {
          const before = places[index]![1]
          const isBelow = x === before.x && y === before.y + heights[index]! + CARD_GAP
          expect(isBelow || x === before.x + 240 + 54).toBe(true)
        })
        places.forEach(([, { y }], index) => expect(y + heights[index]!).toBeLessThanOrEqual(box.height))
      }
    }),
  )
})

test('a column takes the lowest shape of each sibling that fits it', () => {
  const wide = [card('narrow', 240, 300), card('wide', 600, 100)]
  const [narrowest, widest] = stacked([
    { shape: wide, x: 0 },
    { shape: [card('under', 240, 80)], x: 16 },
  ])
  expect([narrowest!.width, narrowest!.height]).toEqual([256, 300 + CARD_GAP + 80])
  expect([widest!.width, widest!.height]).toEqual([600, 100 + CARD_GAP + 80])
})
