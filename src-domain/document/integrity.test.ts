import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { newRelation } from '../commands/shared/new-records'
import { brokenRules } from './integrity'
import type { Project } from './project'
import type { Group } from '../records/group'
import type { Relation } from '../records/relation'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'

const SAMPLE = sampleProject()
const CLAIM = [...SAMPLE.claims.keys()][0]!
const STEP = [...SAMPLE.relations.values()].find(({ premises }) => !premises.includes(CLAIM))!

/** An undercut of the relation with that id. */
const undercut = (id: string, target: string): Relation => ({
  ...newRelation({ kind: 'attack', premises: [CLAIM], targetType: 'relation', target }, testEnv()),
  id,
})

const withRelations = (...more: Relation[]): Project => ({
  ...SAMPLE,
  relations: new Map([...SAMPLE.relations.values(), ...more].map((each) => [each.id, each])),
})

test('P3 a project made by commands is valid', () => {
  expect(brokenRules(SAMPLE)).toEqual([])
})

test('P3 relations that attack each other in a circle are found, and so are relations that lead into it', () => {
  const circle = [undercut('a', 'b'), undercut('b', 'c'), undercut('c', 'a')]
  const broken = brokenRules(withRelations(undercut('into', 'a'), ...circle, undercut('sound', STEP.id)))
  expect(broken).toEqual(['into', 'a', 'b', 'c'].map((id) => `the relation ${id} attacks itself`))
})

test('P3 in any graph of undercuts, the invalid relations are those from which no claim is reached', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids, STEP.id), { minLength: 5, maxLength: 5 }), (targets) => {
      const next = new Map(ids.map((id, index) => [id, targets[index]!]))
      const reaches = (id: string, steps = 0): boolean =>
        id === STEP.id || (steps < 9 && reaches(next.get(id)!, steps + 1))
      const broken = brokenRules(withRelations(...ids.map((id) => undercut(id, next.get(id)!))))
      expect(broken).toEqual(
        ids.filter((id) => !reaches(id)).map((id) => `the relation ${id} attacks itself`),
      )
    }),
  )
})

test('P4 a chain of thirty thousand undercuts is followed in linear time', () => {
  const chain = Array.from({ length: 30_000 }, (_, index) =>
    undercut(`u${index}`, index ? `u${index - 1}` : STEP.id),
  )
  const project = withRelations(...chain.reverse())
  const get = vi.spyOn(project.relations as Map<string, Relation>, 'get')
  expect(brokenRules(project)).toEqual([])
  expect(get.mock.calls.length).toBeLessThan(2 * chain.length)
})

test('P7 an exact excerpt has the words at its place; a lost one may have any offsets', () => {
  const [excerpt] = [...SAMPLE.excerpts.values()]
  const withExcerpt = (fields: object): string[] =>
    brokenRules({ ...SAMPLE, excerpts: new Map([[excerpt!.id, { ...excerpt!, ...fields }]]) })
  expect(withExcerpt({ exact: 'Other words' })).toHaveLength(1)
  expect(withExcerpt({ end: 9999 })).toHaveLength(1)
  expect(withExcerpt({ end: excerpt!.start })).toHaveLength(1)
  expect(withExcerpt({ end: excerpt!.start, anchor: 'moved' })).toHaveLength(1)
  for (const anchor of ['lost', 'ambiguous'])
    expect(withExcerpt({ start: 9000, end: 9999, anchor })).toEqual([])
  for (const anchor of ['moved', 'edited'])
    expect(withExcerpt({ start: 9000, end: 9999, anchor })).toHaveLength(1)
})

test('P3 an excerpt may reach to the end of its source, but not beyond', () => {
  const [excerpt] = [...SAMPLE.excerpts.values()]
  const { length } = SAMPLE.sources.get(excerpt!.source)!.text
  const ending = (end: number): string[] => {
    const fields = { start: length - 5, end, anchor: 'moved' as const }
    return brokenRules({ ...SAMPLE, excerpts: new Map([[excerpt!.id, { ...excerpt!, ...fields }]]) })
  }
  expect(ending(length)).toEqual([])
  expect(ending(length + 1)).toEqual([`the excerpt ${excerpt!.id} lies outside its source`])
})

test('P3 blocks are within their text, not empty, and may touch but not overlap', () => {
  const [source] = [...SAMPLE.sources.values()]
  const { length } = source!.text
  const faults = (...spans: [start: number, end: number][]): number => {
    const blocks = spans.map(([start, end]) => ({ ...source!.blocks[0]!, start, end }))
    const sources = new Map([[source!.id, { ...source!, blocks }]])
    return brokenRules({ ...SAMPLE, sources, excerpts: new Map() }).length
  }
  expect(faults([0, 3], [3, length])).toBe(0)
  expect(faults([0, 4], [3, length])).toBe(1)
  expect(faults([0, 3], [3, length + 1])).toBe(1)
  expect(faults([0, 3], [3, 3])).toBe(1)
})

test('P3 a card is in a group of its own map', () => {
  const builder = new Builder()
  const [here, elsewhere] = [builder.map, builder.run('map.add', { name: 'Elsewhere' })]
  builder.claim('A claim', here)
  const [placement] = [...builder.project.placements.values()]
  const inGroupOn = (map: string): string[] => {
    const group: Group = { id: 'group', map, title: '', colour: 'amber' }
    const project = {
      ...builder.project,
      groups: new Map([[group.id, group]]),
      placements: new Map([[placement!.id, { ...placement!, group: group.id }]]),
    }
    return brokenRules(project)
  }
  expect(inGroupOn(here)).toEqual([])
  expect(inGroupOn(elsewhere)).toEqual([
    `the placement ${placement!.id} is in a group that is not on its map`,
  ])
})
