import { expect, test } from 'vitest'
import type { CommandInputs } from '../commands/registry'
import { brokenRules } from './integrity'
import { applyPatch, invertPatch } from './patch'
import { TABLE_NAMES, type TableName } from '../records/registry'
import { save } from './save'
import { Builder } from '../testing/build'

/** Two articles, four claims on two maps, linked premises, an independent reason, an undercut and an undercut of that. */
function desk() {
  const builder = new Builder()
  const { map } = builder
  const second = builder.run('map.add', { name: 'Second' })
  const article = builder.source('Ankara signed for the S-400 in 2017.')
  const other = builder.source('Washington answered with sanctions.')
  const mark = (source: string) =>
    builder.run('claim.fromSelection', { source, start: 0, end: 10, category: 'judgement', map })
  const [a, b] = [mark(article), mark(other)]
  builder.run('excerpt.add', { claim: a, source: other, start: 11, end: 19 })
  const [c, d] = [builder.claim('C', map), builder.claim('D', second)]
  builder.run('claim.place', { claims: [a], map: second })
  const linked = builder.relation('support', [a, b], c)
  const alone = builder.relation('attack', [a], c)
  const undercut = builder.relation('attack', [d], linked)
  const deeper = builder.relation('attack', [c], undercut)
  builder.run('group.make', { claims: [a, b], map, title: 'Both' })
  return { builder, map, second, article, a, b, c, d, linked, alone, undercut, deeper }
}

/** The number of records in each table after a command that deletes, and the relations that remain. */
function left<Name extends keyof CommandInputs>(
  name: Name,
  input: (at: ReturnType<typeof desk>) => CommandInputs[Name],
) {
  const at = desk()
  const before = save(at.builder.project)
  at.builder.run(name, input(at))
  const { project, patches } = at.builder
  expect(brokenRules(project)).toEqual([])
  const undone = applyPatch(project, invertPatch(patches.at(-1)!))
  expect('project' in undone && save(undone.project)).toBe(before)
  const sizes = Object.fromEntries(TABLE_NAMES.map((table) => [table, project[table].size])) as Record<
    TableName,
    number
  >
  const names = ['linked', 'alone', 'undercut', 'deeper'] as const
  return { sizes, relations: names.filter((each) => project.relations.has(at[each])), project, at }
}

const ALL = {
  categories: 5,
  sources: 2,
  claims: 4,
  excerpts: 3,
  relations: 4,
  maps: 2,
  groups: 1,
  placements: 5,
  matrices: 0,
  rows: 0,
  cells: 0,
  scenarios: 0,
  ties: 0,
  origins: 0,
  disagreements: 0,
}

test('P3 deleting a claim deletes its passages and cards, and leaves the other premise of a linked relation', () => {
  const { sizes, relations, project, at } = left('claim.remove', ({ a }) => ({ claims: [a] }))
  expect(sizes).toEqual({ ...ALL, claims: 3, excerpts: 1, relations: 3, placements: 3 })
  expect(relations).toEqual(['linked', 'undercut', 'deeper'])
  expect(project.relations.get(at.linked)!.premises).toEqual([at.b])
})

test('P3 deleting a target deletes its relations, and their undercuts to any depth', () => {
  const { relations, sizes } = left('claim.remove', ({ c }) => ({ claims: [c] }))
  expect(relations).toEqual([])
  expect(sizes.excerpts).toBe(3)
})

test('P3 a relation is deleted with its last premise, in one patch', () => {
  expect(left('claim.remove', ({ a, b }) => ({ claims: [a, b] })).relations).toEqual([])
  expect(left('claim.remove', ({ a, d }) => ({ claims: [a, d, a, 'nobody'] })).relations).toEqual(['linked'])
})

test('P3 the undercuts of a relation are deleted with it, whatever their order in the file', () => {
  const { builder, c } = desk()
  builder.project = { ...builder.project, relations: new Map([...builder.project.relations].reverse()) }
  builder.run('claim.remove', { claims: [c] })
  expect(builder.project.relations.size).toBe(0)
})

test('P3 deleting an article deletes its passages; the claims stay as the analyst’s own', () => {
  expect(left('source.remove', ({ article }) => ({ sources: [article] })).sizes).toEqual({
    ...ALL,
    sources: 1,
    excerpts: 2,
  })
})

test('P3 deleting a map deletes its cards; claims and relations stay', () => {
  expect(left('map.remove', ({ map }) => ({ map })).sizes).toEqual({
    ...ALL,
    maps: 1,
    groups: 0,
    placements: 2,
  })
})

test('P3 a group is deleted with its last card, and removing one card keeps the others in it', () => {
  const one = left('claim.unplace', ({ a, map }) => ({ claims: [a], map }))
  expect(one.sizes.groups).toBe(1)
  expect(left('claim.unplace', ({ a, b, map }) => ({ claims: [a, b], map })).sizes.groups).toBe(0)
  expect(left('claim.remove', ({ a, b }) => ({ claims: [a, b] })).sizes.groups).toBe(0)
})

test('P3 deleting a group leaves its cards where they are', () => {
  const { sizes, project } = left('group.remove', ({ builder }) => ({
    groups: [...builder.project.groups.keys()],
  }))
  expect(sizes).toEqual({ ...ALL, groups: 0 })
  expect([...project.placements.values()].map(({ group }) => group)).toEqual(['', '', '', '', ''])
})

test('P3 deleting a relation deletes its undercuts; the claims stay', () => {
  expect(left('relation.remove', ({ linked }) => ({ relation: linked })).relations).toEqual(['alone'])
  expect(left('relation.remove', ({ undercut }) => ({ relation: undercut })).relations).toEqual([
    'linked',
    'alone',
  ])
  expect(left('relation.remove', ({ deeper }) => ({ relation: deeper })).sizes).toEqual({
    ...ALL,
    relations: 3,
  })
})

test('P3 a premise can be removed from a relation; removing the last one deletes the relation', () => {
  const one = left('relation.unlink', ({ linked, a }) => ({ relation: linked, premise: a }))
  expect(one.project.relations.get(one.at.linked)!.premises).toEqual([one.at.b])
  expect(
    left('relation.unlink', ({ undercut, d }) => ({ relation: undercut, premise: d })).relations,
  ).toEqual(['linked', 'alone'])
  const none = left('relation.unlink', ({ linked, c }) => ({ relation: linked, premise: c }))
  expect(none.sizes).toEqual(ALL)
  expect(none.at.builder.patches.at(-1)).toEqual([])
})

test('P3 removing a claim from a map, or a passage from a claim, deletes nothing else', () => {
  expect(left('claim.unplace', ({ a, d, map }) => ({ claims: [a, d], map })).sizes).toEqual({
    ...ALL,
    placements: 4,
  })
  const { sizes } = left('excerpt.remove', ({ builder }) => ({
    excerpt: [...builder.project.excerpts.keys()][0]!,
  }))
  expect(sizes).toEqual({ ...ALL, excerpts: 2 })
})
