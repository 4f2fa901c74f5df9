import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { mapAlone } from '../../document/map-alone'
import { partOf, restricted } from './part'
import { DEFAULT_LOOK } from './picture-options'

const builder = new Builder()
const { map } = builder
const [top, ground, deep, other] = ['Top', 'Ground', 'Deep', 'Other'].map((text) => builder.claim(text, map))
builder.relation('support', [ground!], top!)
builder.relation('support', [deep!, builder.claim('On no map')], ground!)
const { project } = builder
const collapsed = {
  ...project,
  placements: new Map(
    [...project.placements].map(([id, each]) => [id, { ...each, collapsed: each.claim === ground }]),
  ),
}
const claims = (part: Parameters<typeof partOf>[2]) => [...(partOf(collapsed, map, part) ?? ['all'])].sort()

test('a part of a map is some claims, a branch, the visible cards, or the intersection of these', () => {
  expect(claims({})).toEqual(['all'])
  expect(claims({ claims: [other!, top!, 'nobody'] })).toEqual([top, other].sort())
  expect(claims({ branch: ground! })).toEqual([ground, deep].sort())
  expect(claims({ asOnScreen: true })).toEqual([top, ground, other].sort())
  expect(claims({ branch: ground!, asOnScreen: true })).toEqual([ground])
  expect(claims({ branch: 'nobody' })).toEqual([])
})

test('data formats write only the requested part of a map, or all of it', () => {
  const request = { project, map, ...DEFAULT_LOOK }
  expect(restricted(request)).toBe(project)
  const part = mapAlone(restricted({ ...request, only: new Set([top!, ground!]) }), map)
  expect([...part.claims.keys()].sort()).toEqual([top, ground].sort())
  expect(part.relations.size).toBe(1)
})
