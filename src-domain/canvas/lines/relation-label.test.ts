import { expect, test } from 'vitest'
import type { Relation } from '../../records/relation'
import type { Rect } from '../card'
import { relationShapes } from './relation-shape'
import { relationLabels, strokeWidth } from './relation-label'

const measure = (text: string) => text.length * 6
const card = (x: number, y: number): Rect => ({ x, y, width: 248, height: 100 })
const relation = (fields: Partial<Relation>): Relation => ({
  ...{ id: 'r', kind: 'support', premises: ['a'], targetType: 'claim', target: 'b' },
  ...{ note: '', warrant: '', scheme: '', answers: [], strength: '' },
  ...fields,
})

/** The label of a relation from a to b, with cards at the given places. */
function labelOf(fields: Partial<Relation>, cards: Record<string, Rect>, scale?: number) {
  const rects = new Map(Object.entries(cards))
  const shapes = relationShapes(new Map([['r', relation(fields)]]), rects)
  return relationLabels(shapes, rects, measure, scale).get('r')
}

const upright = { a: card(0, 400), b: card(0, 0) }

test('a label shows missing premises, strength and scheme of a relation, if any', () => {
  const linked = { premises: ['a', 'x', 'y'], strength: 'strong', scheme: 'expert-opinion' } as const
  expect(labelOf({ ...linked, premises: [...linked.premises] }, upright)?.words).toBe(
    '+2 · strong · Expert opinion',
  )
  expect(labelOf({}, upright)).toBeUndefined()
  expect(labelOf({ scheme: 'nobody has it' }, upright)).toBeUndefined()
})

test('a stronger relation has a thicker line', () => {
  const [weak, open, strong] = (['weak', '', 'strong'] as const).map((strength) =>
    strokeWidth(relation({ strength })),
  )
  expect(weak).toBeLessThan(open!)
  expect(open).toBeLessThan(strong!)
})

test('a label is beside a vertical line, below a horizontal one, and clear of cards', () => {
  expect(labelOf({ strength: 'weak' }, upright)?.rect).toMatchObject({ x: 138, y: 243 })
  expect(labelOf({ strength: 'weak' }, { a: card(600, 0), b: card(0, 0) })?.rect.y).toBe(64)
  const crowded = { ...upright, right: card(130, 200), left: card(-134, 200) }
  const { rect } = labelOf({ strength: 'weak' }, crowded)!
  for (const { x, y, width, height } of Object.values(crowded)) {
    const apart =
      rect.x > x + width || rect.x + rect.width < x || rect.y > y + height || rect.y + rect.height < y
    expect(apart).toBe(true)
  }
})

test('an enlarged label stands clear of cards, or is left out', () => {
  const fields = { strength: 'weak' } as const
  const usual = labelOf(fields, upright)!.rect
  const large = labelOf(fields, upright, 1.5)!.rect
  expect(large.width).toBe(usual.width * 1.5)
  expect(large.height).toBe(usual.height * 1.5)
  const shapes = relationShapes(new Map([['r', relation(fields)]]), new Map(Object.entries(upright)))
  const covered = new Map([['wide', { x: -500, y: 110, width: 1500, height: 280 }]])
  expect(relationLabels(shapes, covered, measure).size).toBe(1)
  expect(relationLabels(shapes, covered, measure, 1.5).size).toBe(0)
})
