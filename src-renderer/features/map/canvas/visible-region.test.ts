import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CARD_WIDTH, type Rect } from '#domain/canvas/card'
import { drawRelations, relationShapes } from '#domain/canvas/lines/relation-shape'
import type { SceneCard } from '#domain/canvas/scene'
import type { Relation } from '#domain/records/relation'
import { overlap } from '#domain/canvas/rect'
import { cardsToRender, placesIn, reachesOf, relationsIn } from './visible-region'

const cardAt = (id: string, x: number, y: number) =>
  ({ claim: { id }, rect: { x, y, width: CARD_WIDTH, height: 90 } }) as SceneCard

const relation = (id: string, premises: string[], targetType: 'claim' | 'relation', target: string) =>
  ({ id, premises, targetType, target, kind: 'support', strength: '', scheme: '' }) as unknown as Relation

/** Cards in rows, with relations between them and to other relations. */
const Maps = fc
  .record({
    count: fc.integer({ min: 2, max: 30 }),
    links: fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.boolean()), { maxLength: 20 }),
  })
  .map(({ count, links }) => {
    const cards = Array.from({ length: count }, (_, index) =>
      cardAt(`c${index}`, (index % 6) * 500, Math.floor(index / 6) * 300),
    )
    const relations = new Map<string, Relation>()
    links.forEach(([from, to, about], index) => {
      const undercuts = about && relations.size > 0
      const target = undercuts ? [...relations.keys()][to % relations.size]! : `c${to % count}`
      const premise = `c${from % count}`
      if (premise !== target)
        relations.set(`r${index}`, relation(`r${index}`, [premise], undercuts ? 'relation' : 'claim', target))
    })
    return { cards, relations }
  })

const Region = fc.record({
  x: fc.integer({ min: -500, max: 3000 }),
  y: fc.integer({ min: -500, max: 2000 }),
  width: fc.integer({ min: 1, max: 1500 }),
  height: fc.integer({ min: 1, max: 1000 }),
})

it('finds every card and every relation that reaches into the region', () => {
  fc.assert(
    fc.property(Maps, Region, ({ cards, relations }, region) => {
      const rects = new Map<string, Rect>(cards.map(({ claim, rect }) => [claim.id, rect]))
      const near = relationsIn(reachesOf(relations, rects), region)
      const inRegion = placesIn([...rects.values()], region)
      const [selected] = cards
      const at = new Map(cards.map(({ claim }, index) => [claim.id, index]))
      expect(cardsToRender({ cards, at }, inRegion, [selected!.claim.id])).toEqual(
        cards.filter((card) => overlap(card.rect, region) || card === selected),
      )
      for (const [id, { ways }] of relationShapes(relations, rects)) {
        const there = ways.flat().some((point) => overlap({ ...point, width: 0, height: 0 }, region))
        if (there) expect(near).toContain(relations.get(id))
      }
    }),
    { numRuns: 200 },
  )
})

it('draws them the same, whatever else is in sight', () => {
  fc.assert(
    fc.property(Maps, Region, ({ cards, relations }, region) => {
      const rects = new Map<string, Rect>(cards.map(({ claim, rect }) => [claim.id, rect]))
      const { shapes: whole } = drawRelations(relations, rects, undefined, relations.values())
      const near = relationsIn(reachesOf(relations, rects), region)
      const { shapes } = drawRelations(relations, rects, undefined, near)
      for (const [id, shape] of shapes) expect(shape).toEqual(whole.get(id))
    }),
    { numRuns: 200 },
  )
})
