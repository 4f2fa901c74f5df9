import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Relation } from '../../records/relation'
import type { Point, Rect } from '../card'
import { JUNCTION_RADIUS } from './line-path'
import { Obstacles } from './obstacles'
import { drawRelations, relationShapes, type RelationShape } from './relation-shape'
import { route } from './route'

const relation = (
  id: string,
  premises: string[],
  target: string,
  targetType: 'claim' | 'relation',
): Relation => ({
  ...{ id, kind: targetType === 'claim' ? 'support' : 'attack', premises, targetType, target },
  ...{ note: '', warrant: '', scheme: '', answers: [], strength: '' },
})

/** All points of a path, with the corners of its bends. */
const points = (path: string): Point[] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))

/** Points along a line, a few pixels apart. */
function along(path: string): Point[] {
  const stops = points(path)
  return stops.slice(1).flatMap((to, index) => {
    const from = stops[index]!
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4) || 1
    return Array.from({ length: steps + 1 }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }))
  })
}

const under = ({ x, y }: Point, rect: Rect, air = -1) =>
  x > rect.x - air && x < rect.x + rect.width + air && y > rect.y - air && y < rect.y + rect.height + air

/** Cards in rows and columns, at least twenty pixels apart, with some gaps. */
const Cards = fc
  .array(
    fc.record({
      there: fc.boolean(),
      x: fc.integer({ min: 0, max: 60 }),
      y: fc.integer({ min: 0, max: 60 }),
      height: fc.integer({ min: 90, max: 280 }),
    }),
    { minLength: 16, maxLength: 16 },
  )
  .map(
    (places) =>
      new Map(
        places.flatMap(({ there, x, y, height }, index) =>
          there || index < 3
            ? [
                [
                  `c${index}`,
                  { x: (index % 4) * 330 + x, y: Math.floor(index / 4) * 360 + y, width: 248, height },
                ] as const,
              ]
            : [],
        ),
      ),
  )

const Steps = fc.array(
  fc.record({ premises: fc.array(fc.nat(15), { minLength: 1, maxLength: 3 }), target: fc.nat(30) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

function relationsOf(cards: ReadonlyMap<string, Rect>, steps: { premises: number[]; target: number }[]) {
  const claims = [...cards.keys()]
  const relations = new Map<string, Relation>()
  steps.forEach(({ premises, target }, index) => {
    const aims = [...claims, ...relations.keys()]
    const aim = aims[target % aims.length]!
    const from = [...new Set(premises.map((each) => claims[each % claims.length]!))].filter(
      (each) => each !== aim,
    )
    const id = `r${index}`
    if (from.length > 0) relations.set(id, relation(id, from, aim, cards.has(aim) ? 'claim' : 'relation'))
  })
  return relations
}

const claimsOf = ({ relation: { premises, target } }: RelationShape) => [...premises, target]

describe('lines on a map', () => {
  test('avoid every card that is neither premise nor target, and no junction is on a card', () => {
    fc.assert(
      fc.property(Cards, Steps, (cards, steps) => {
        for (const shape of relationShapes(relationsOf(cards, steps), cards).values()) {
          const own = claimsOf(shape)
          for (const [claim, card] of cards) {
            expect(under(shape.junction, card, JUNCTION_RADIUS)).toBe(false)
            if (own.includes(claim)) continue
            for (const line of shape.lines)
              expect(along(line).filter((point) => under(point, card))).toEqual([])
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('are the same after cards move one by one as when everything is drawn at once', () => {
    const Moves = fc.array(
      fc.record({
        card: fc.nat(15),
        x: fc.integer({ min: -200, max: 1500 }),
        y: fc.integer({ min: -200, max: 1500 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(Cards, Steps, Moves, (cards, steps, moves) => {
        const relations = relationsOf(cards, steps)
        let at: ReadonlyMap<string, Rect> = cards
        let before = drawRelations(relations, at)
        for (const { card, x, y } of moves) {
          const claim = [...at.keys()][card % at.size]!
          at = new Map(at).set(claim, { ...at.get(claim)!, x, y })
          before = drawRelations(relations, at, before)
          expect(before.shapes).toEqual(relationShapes(relations, at))
          // While cards are in motion, lines do not take new ways through channels; afterwards they do.
          const moving = drawRelations(relations, cards, before, undefined, true)
          expect(drawRelations(relations, at, moving).shapes).toEqual(before.shapes)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('are the same after relations are added, removed and changed as when everything is drawn at once', () => {
    fc.assert(
      fc.property(Cards, Steps, Steps, (cards, first, second) => {
        const before = drawRelations(relationsOf(cards, first), cards)
        const relations = relationsOf(cards, second)
        expect(drawRelations(relations, cards, before).shapes).toEqual(relationShapes(relations, cards))
      }),
      { numRuns: 100 },
    )
  })

  test('are straight if nothing is in the way', () => {
    const card = { x: 0, y: 0, width: 248, height: 100 }
    const way = [
      { x: 124, y: 50 },
      { x: 900, y: 50 },
    ] as const
    expect(route(way[0], way[1], card, new Obstacles([card]))).toEqual(way)
  })

  test('are straight through a crowd on a large map, and if an end is under another card', () => {
    const crowd = Array.from({ length: 9 }, (_, index) => ({
      x: 300 + index * 260,
      y: 0,
      width: 248,
      height: 100,
    }))
    const [from, to] = [
      { x: 0, y: 50 },
      { x: 3000, y: 50 },
    ]
    const far = Array.from({ length: 400 }, (_, index) => ({
      x: index * 260,
      y: 9000,
      width: 248,
      height: 100,
    }))
    expect(route(from, to, undefined, new Obstacles([...crowd, ...far]))).toEqual([from, to])
    expect(route(from, to, undefined, new Obstacles(crowd)).length).toBeGreaterThan(2)
    const inside = { x: 400, y: 50 }
    expect(route(from, inside, undefined, new Obstacles(crowd.slice(0, 1)))).toEqual([from, inside])
  })
})

test('of seven thousand relations among five thousand cards, only those near a dragged card are drawn again', () => {
  const cards = new Map(
    Array.from({ length: 5000 }, (_, index): [string, Rect] => [
      `c${index}`,
      { x: (index % 70) * 290, y: Math.floor(index / 70) * 190, width: 248, height: 120 },
    ]),
  )
  const relations = new Map(
    Array.from({ length: 7000 }, (_, index): [string, Relation] => {
      const premise = `c${index % 5000}`
      const target = `c${((index % 5000) + [70, 72, 141, 3, 210][index % 5]!) % 5000}`
      return [`r${index}`, relation(`r${index}`, [premise], target, 'claim')]
    }),
  )
  const before = drawRelations(relations, cards)
  expect(before.shapes.size).toBe(7000)
  const moved = new Map(cards).set('c2500', { ...cards.get('c2500')!, x: 5000 })
  const after = drawRelations(relations, moved, before)
  const anew = [...after.shapes].filter(([id, shape]) => shape !== before.shapes.get(id))
  expect(anew.length).toBeGreaterThan(0)
  expect(anew.length).toBeLessThan(700)
})
