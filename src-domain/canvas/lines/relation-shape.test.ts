import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Relation, RelationKind } from '../../records/relation'
import { bareRelation } from '../../testing/random-map'
import { centre, type Point, type Rect } from '../card'
import { rectEdge, JUNCTION_RADIUS } from './line-path'
import { relationShapes, type RelationShape } from './relation-shape'

const card = (x: number, y: number): Rect => ({ x, y, width: 248, height: 112 })

const shapes = (relations: Relation[], rects: Record<string, Rect>) =>
  relationShapes(new Map(relations.map((each) => [each.id, each])), new Map(Object.entries(rects)))

const points = (path: string): Point[] =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
/** The distance of a point from a rectangle; 0 on its edge or inside. */
const outside = ({ x, y }: Point, rect: Rect) =>
  Math.hypot(
    Math.max(rect.x - x, 0, x - rect.x - rect.width),
    Math.max(rect.y - y, 0, y - rect.y - rect.height),
  )
/** The tip of an arrowhead is its first point. */
const tips = (shape: RelationShape) => shape.arrows.map((arrow) => points(arrow)[0]!)

const A = card(0, 400)
const B = card(600, 400)
const C = card(300, 0)

describe('a relation between cards', () => {
  test('has a line from each premise and one to its target, with an arrow at the target only', () => {
    const shape = shapes([bareRelation('r', 'support', ['a', 'b'], 'c')], { a: A, b: B, c: C }).get('r')!
    expect([shape.lines.length, shape.arrows.length, shape.missing]).toEqual([3, 1, 0])
    expect(outside(tips(shape)[0]!, C)).toBeCloseTo(3, 0)
  })

  test('has arrows at both ends if it is a contradiction', () => {
    const shape = shapes([bareRelation('r', 'contradict', ['a'], 'b')], { a: A, b: B }).get('r')!
    const [first, last] = tips(shape)
    expect(shape.arrows).toHaveLength(2)
    expect(outside(first!, A)).toBeCloseTo(3, 0)
    expect(outside(last!, B)).toBeCloseTo(3, 0)
  })

  test('has its junction halfway between the cards, under neither', () => {
    const { junction } = shapes([bareRelation('r', 'attack', ['a'], 'b')], { a: A, b: B }).get('r')!
    expect(junction).toEqual({ x: 424, y: 456 })
  })

  test('counts premises that are not on the map, and is not drawn without any premise or without its target', () => {
    const linked = bareRelation('r', 'support', ['a', 'b', 'x'], 'c')
    expect(shapes([linked], { a: A, c: C }).get('r')).toMatchObject({ missing: 2, lines: { length: 2 } })
    expect(shapes([linked], { c: C }).size).toBe(0)
    expect(shapes([linked], { a: A, b: B }).size).toBe(0)
  })
})

describe('an undercut', () => {
  const step = bareRelation('step', 'support', ['a'], 'b')
  const undercut = bareRelation('under', 'attack', ['c'], 'step', true)

  test('ends at the junction of the relation that it attacks, in any order of relations', () => {
    for (const order of [
      [step, undercut],
      [undercut, step],
    ]) {
      const drawn = shapes(order, { a: A, b: B, c: C })
      const rim = distance(tips(drawn.get('under')!)[0]!, drawn.get('step')!.junction)
      expect(rim).toBeGreaterThanOrEqual(JUNCTION_RADIUS)
      expect(rim).toBeLessThanOrEqual(JUNCTION_RADIUS * Math.SQRT2 + 4)
    }
  })

  test('is not drawn if the attacked relation is not', () => {
    expect(shapes([step, undercut], { a: A, c: C }).size).toBe(0)
  })

  test('of an undercut ends at the junction of that undercut', () => {
    const deeper = bareRelation('deeper', 'attack', ['b'], 'under', true)
    const drawn = shapes([deeper, undercut, step], { a: A, b: B, c: C })
    expect(distance(tips(drawn.get('deeper')!)[0]!, drawn.get('under')!.junction)).toBeLessThan(20)
  })

  test('of itself, which no valid project has, is left out instead of followed endlessly', () => {
    expect(
      shapes([bareRelation('x', 'attack', ['a'], 'y', true), bareRelation('y', 'attack', ['b'], 'x', true)], {
        a: A,
        b: B,
      }).size,
    ).toBe(0)
  })
})

test('every coordinate of a drawing is finite, wherever cards are, even on top of one another', () => {
  const place = fc.constantFrom(0, 1, 100, -5000, 1e7)
  const rect = fc.tuple(place, place).map(([x, y]) => card(x, y))
  const kind = fc.constantFrom<RelationKind>('support', 'attack', 'contradict')
  fc.assert(
    fc.property(rect, rect, rect, kind, (a, b, c, each) => {
      const drawn = shapes(
        [bareRelation('r', each, ['a', 'b'], 'c'), bareRelation('u', 'attack', ['a'], 'r', true)],
        { a, b, c },
      )
      expect(drawn.size).toBe(2)
      for (const { junction, lines, arrows } of drawn.values()) {
        expect(Number.isFinite(junction.x + junction.y)).toBe(true)
        for (const path of [...lines, ...arrows])
          expect(path).toMatch(/^M-?[\d.]+ -?[\d.]+(?:[LQ ]?-?[\d.]+ -?[\d.]+)+Z?$/)
      }
    }),
    { numRuns: 300 },
  )
})

test('a line towards any point leaves a card on its border', () => {
  const coordinate = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (x, y, toX, toY) => {
      const rect = card(x, y)
      const point = rectEdge(rect, { x: toX, y: toY })
      const middle = centre(rect)
      const across = Math.max(
        Math.abs(point.x - middle.x) / (rect.width / 2),
        Math.abs(point.y - middle.y) / (rect.height / 2),
      )
      expect(across).toBeCloseTo(1, 6)
    }),
  )
})

test('a junction of premises on both sides of their target is beside the target, not under it', () => {
  const rects = new Map([
    ['a', { x: 0, y: -300, width: 248, height: 108 }],
    ['b', { x: 0, y: 300, width: 248, height: 108 }],
    ['c', { x: 0, y: 0, width: 248, height: 108 }],
  ])
  const linked = bareRelation('r', 'support', ['a', 'b'], 'c')
  const { junction } = relationShapes(new Map([['r', linked]]), rects).get('r')!
  expect(junction.x).toBeGreaterThan(248 + JUNCTION_RADIUS)
})
