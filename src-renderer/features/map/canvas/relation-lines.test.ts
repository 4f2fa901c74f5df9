import { expect, it } from 'vitest'
import type { Rect } from '#domain/canvas/card'
import { sceneCards } from '#domain/canvas/scene'
import type { Measure } from '#domain/canvas/wrap-text'
import { sampleProject } from '#domain/testing/sample'
import { RelationDrawer } from './relation-lines'
import { contains } from '#domain/canvas/rect'

const measure: Measure = (text, { size }) => text.length * size * 0.5
const project = sampleProject()
const map = [...project.maps.keys()][0]!
const rects: ReadonlyMap<string, Rect> = new Map(
  sceneCards(project, map, measure).map(({ claim, rect }) => [claim.id, rect]),
)

it('returns the same drawings while nothing changes', () => {
  const drawer = new RelationDrawer()
  const lines = drawer.draw(project, rects, measure)
  expect(lines.length).toBeGreaterThan(0)
  const again = drawer.draw({ ...project, relations: new Map(project.relations) }, new Map(rects), measure)
  expect(again.every((each, index) => each === lines[index])).toBe(true)
})

it('has the new wording of a claim in the sentences of its relations', () => {
  const drawer = new RelationDrawer()
  const [first] = drawer.draw(project, rects, measure)
  const claim = project.claims.get(first!.shape.relation.premises[0]!)!
  const claims = new Map(project.claims).set(claim.id, { ...claim, text: 'Else' })
  const [after] = drawer.draw({ ...project, claims }, rects, measure)
  expect(after!.sentence).toContain('“Else”')
})

it('follows a dragged card, and only draws relations near it again', () => {
  const drawer = new RelationDrawer()
  const before = drawer.draw(project, rects, measure)
  const [claim] = before[0]!.shape.relation.premises
  const moved = new Map(rects).set(claim!, { ...rects.get(claim!)!, x: 9000 })
  const after = drawer.draw(project, moved, measure)
  expect(after[0]).not.toBe(before[0])
  expect(after[0]!.bounds.x + after[0]!.bounds.width).toBeGreaterThan(8000)
})

it('has the bounds of each relation', () => {
  for (const { shape, label, bounds } of new RelationDrawer().draw(project, rects, measure)) {
    for (const point of [...shape.ways.flat(), shape.junction])
      expect(contains({ ...point, width: 0, height: 0 }, bounds)).toBe(true)
    if (label) expect(contains(label.rect, bounds)).toBe(true)
  }
})

it('draws labels as large as is asked for, or none', () => {
  const relations = new Map(
    [...project.relations].map(([id, relation]) => [id, { ...relation, strength: 'strong' as const }]),
  )
  const labels = (scale: number) =>
    new RelationDrawer()
      .draw({ relations, claims: project.claims }, rects, measure, undefined, false, scale)
      .flatMap(({ label }) => label ?? [])
  expect(labels(1).length).toBeGreaterThan(0)
  expect(labels(1.5)[0]!.rect.height).toBe(labels(1)[0]!.rect.height * 1.5)
  expect(labels(0)).toEqual([])
})
