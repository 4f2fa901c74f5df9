import { expect, test } from 'vitest'
import type { Relation } from '../../records/relation'
import { bareRelation } from '../../testing/random-map'
import type { Point, Rect } from '../card'
import { areCrossing } from './channels'
import { JUNCTION_RADIUS } from './line-path'
import { crosses } from './obstacles'
import { drawRelations, relationShapes, signRect, type RelationShape } from './relation-shape'

const card = (x: number, y: number): Rect => ({ x, y, width: 240, height: 100 })

/** A claim with three grounds, of which the second has one of its own, and a further claim at the right. */
const CARDS = new Map([
  ['end', card(0, 0)],
  ['one', card(48, 128)],
  ['two', card(48, 248)],
  ['deep', card(96, 376)],
  ['three', card(48, 496)],
  ['other', card(390, 376)],
])
const TREE = [
  bareRelation('r1', 'support', ['one'], 'end'),
  bareRelation('r2', 'support', ['two'], 'end'),
  bareRelation('r3', 'support', ['three'], 'end'),
  bareRelation('r4', 'support', ['deep'], 'two'),
]

const drawn = (relations: readonly Relation[], cards: ReadonlyMap<string, Rect> = CARDS) =>
  relationShapes(new Map(relations.map((each) => [each.id, each])), cards)

const segments = ({ ways }: RelationShape): [Point, Point][] =>
  ways.flatMap((way) => way.slice(1).map((to, index): [Point, Point] => [way[index]!, to]))

function crossings(shapes: ReadonlyMap<string, RelationShape>, id: string): number {
  const others = [...shapes.values()].filter(({ relation }) => relation.id !== id).flatMap(segments)
  return segments(shapes.get(id)!).flatMap(([a, b]) => others.filter(([c, d]) => areCrossing(a, b, c, d)))
    .length
}

test('a line between branches of a tree goes round its trunks, with its sign on it and clear of cards', () => {
  const link = bareRelation('link', 'attack', ['three'], 'one')
  const shapes = drawn([...TREE, link])
  const { junction, ways } = shapes.get('link')!
  expect(crossings(shapes, 'link')).toBe(0)
  expect(ways.every((way) => way.at(-1) === junction)).toBe(true)
  const first = ways.at(-1)![0]!
  expect([first.x, first.y]).toEqual([48 + 240, 128 + 40])
  for (const { x, y, width, height } of CARDS.values()) {
    const far = Math.hypot(
      Math.max(x - junction.x, 0, junction.x - x - width),
      Math.max(y - junction.y, 0, junction.y - y - height),
    )
    expect(far).toBeGreaterThan(JUNCTION_RADIUS)
  }
})

test('a line does not pass behind the sign of its target in a tree', () => {
  const cards = new Map(CARDS).set('left', card(-420, 128))
  const link = bareRelation('link', 'support', ['left'], 'one')
  const shapes = drawn([...TREE, link], cards)
  const sign = signRect(shapes.get('r1')!)
  expect(segments(shapes.get('link')!).some(([from, to]) => crosses(from, to, sign))).toBe(false)
})

test('a line that crosses no tree stays straight', () => {
  const link = bareRelation('link', 'support', ['other'], 'deep')
  expect(drawn([...TREE, link]).get('link')).toEqual(drawn([link]).get('link'))
})

test('while a card moves, its line has no way through channels; at rest it is drawn as if at once', () => {
  const link = bareRelation('link', 'attack', ['three'], 'one')
  const relations = new Map([...TREE, link].map((each) => [each.id, each]))
  const before = drawRelations(relations, CARDS)
  const moved = new Map(CARDS).set('other', card(900, 900))
  const during = drawRelations(relations, moved, before, undefined, true)
  expect(during.shapes.get('link')).toBe(before.shapes.get('link'))
  const nearer = new Map(CARDS).set('three', card(48, 520))
  expect(drawRelations(relations, nearer, during, undefined, true).routed.size).toBe(0)
  const after = drawRelations(relations, moved, during)
  expect(after.shapes).toEqual(relationShapes(relations, moved))
  // Nothing has changed since, so nothing is drawn anew.
  expect(drawRelations(relations, moved, after).shapes.get('link')).toBe(after.shapes.get('link'))
})
