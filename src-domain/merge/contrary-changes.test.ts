import { describe, expect, test } from 'vitest'
import { brokenRules } from '../document/integrity'
import type { Project } from '../document/project'
import type { Builder } from '../testing/build'
import { aim, commonProject, copyOf, workedApart } from '../testing/two-copies'
import { mergeProjects } from './merge-projects'

const { project: common, map, marked, first, second, step } = commonProject()

/** Merges in both directions: every rule is kept, and the same records are there and on the list. */
function mergedEitherWay(
  doMine: (mine: Builder) => void,
  doTheirs: (theirs: Builder) => void,
  base: Project = common,
) {
  const { mine, theirs } = workedApart(base, doMine, doTheirs)
  const [here, there] = [mergeProjects(base, mine, theirs), mergeProjects(base, theirs, mine)]
  const listed = ({ disagreements }: typeof here) =>
    disagreements.map(({ table, id }) => `${table} ${id}`).sort()
  for (const each of [here, there]) expect(brokenRules(each.project)).toEqual([])
  expect(listed(there)).toEqual(listed(here))
  for (const table of ['claims', 'relations', 'placements'] as const)
    expect([...there.project[table].keys()].sort()).toEqual([...here.project[table].keys()].sort())
  return { ...here, listed: listed(here) }
}

/** Both reasons for the second claim, each in a relation of its own. */
function withTwoReasons() {
  const builder = copyOf(common, 'more')
  const one = builder.relation('support', [marked], second)
  const other = builder.relation('support', [first], second)
  return { base: builder.project, one, other }
}

describe('contrary changes', () => {
  test('claims that both merged, each into the other, are both there', () => {
    const { project, disagreements } = mergedEitherWay(
      (mine) => mine.run('claim.merge', { claims: [first, second] }),
      (theirs) => theirs.run('claim.merge', { claims: [second, first] }),
    )
    expect([...project.claims.keys()].sort()).toEqual([first, marked, second].sort())
    expect([...project.placements.values()].map(({ claim }) => claim).sort()).toEqual(
      [first, marked, second].sort(),
    )
    expect(disagreements.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
      'removed claims',
      'removed claims',
    ])
  })

  test('a relation that one joined with another and the other reversed is one thing to decide', () => {
    const { base, one, other } = withTwoReasons()
    const { listed, project } = mergedEitherWay(
      (mine) => mine.run('relation.join', { claims: [marked, first] }),
      (theirs) => theirs.run('relation.turn', { relation: one }),
      base,
    )
    expect(listed).toEqual([`relations ${one}`])
    expect(project.relations.get(one)).toMatchObject({ premises: [marked, first], target: second })
    expect(project.relations.has(other)).toBe(false)
  })

  test('a premise that one removed with its claim and the other linked to another stays, and can be chosen', () => {
    const { base, one } = withTwoReasons()
    const linked = copyOf(base, 'linked')
    linked.run('relation.link', { relation: one, premise: first })
    const { listed, project } = mergedEitherWay(
      (mine) => mine.run('claim.remove', { claims: [first] }),
      (theirs) => theirs.run('relation.link', { relation: one, premise: theirs.claim('A third', map) }),
      linked.project,
    )
    expect(listed).toEqual([`claims ${first}`, `relations ${one}`].sort())
    expect(project.claims.has(first)).toBe(true)
  })

  test('a relation that goes back to mine finds its target, which the other removed', () => {
    const builder = copyOf(common, 'more')
    const [one, other] = [1, 2].map((number) =>
      builder.relation('attack', [builder.claim(`Reason ${number}`)], step),
    ) as [string, string]
    const { mine, theirs } = workedApart(
      builder.project,
      (mine) => aim(mine, one, other),
      (theirs) => {
        aim(theirs, one, second)
        aim(theirs, other, one)
        theirs.run('relation.remove', { relation: step })
      },
    )
    const { project, disagreements } = mergeProjects(builder.project, mine, theirs)
    expect(brokenRules(project)).toEqual([])
    expect(project.relations.get(other)?.target).toBe(step)
    expect(disagreements.map(({ id }) => id).sort()).toEqual([one, other, step].sort())
  })

  test('a rating that one moved by a merge of claims and the other removed and gave anew is to decide twice', () => {
    const builder = copyOf(common, 'more')
    builder.run('matrix.add', { title: 'Why?', hypotheses: [first, second] })
    const [matrix] = builder.project.matrices.keys()
    builder.run('row.add', { matrix: matrix!, what: { claim: builder.claim('Deliveries began') } })
    const [row] = builder.project.rows.keys()
    builder.run('cell.rate', { row: row!, hypothesis: first, rating: 'C', note: 'Mine' })
    const { mine, theirs } = workedApart(
      builder.project,
      (mine) => mine.run('claim.merge', { claims: [second, first] }),
      (theirs) => {
        theirs.run('hypothesis.remove', { matrix: matrix!, hypothesis: first })
        theirs.run('cell.note', { row: row!, hypothesis: second, note: 'Theirs' })
      },
    )
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { disagreements } = mergeProjects(builder.project, one, other)
      expect(disagreements.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
        'removed cells',
        'changed cells',
      ])
    }
  })

  test('evidence that the other made a hypothesis is left out of the matrix, and listed', () => {
    const builder = copyOf(common, 'more')
    builder.run('matrix.add', { title: 'Why?', hypotheses: [first, second] })
    const [matrix] = builder.project.matrices.keys()
    const { listed, project } = mergedEitherWay(
      (mine) => {
        mine.run('row.add', { matrix: matrix!, what: { claim: marked } })
        mine.run('cell.rate', { row: [...mine.project.rows.keys()][0]!, hypothesis: second, rating: 'C' })
      },
      (theirs) => theirs.run('hypothesis.add', { matrix: matrix!, what: { claim: marked } }),
      builder.project,
    )
    expect(project.matrices.get(matrix!)?.hypotheses).toEqual([first, second, marked])
    expect(listed.map((each) => each.split(' ')[0])).toEqual(['cells', 'rows'])
  })
})
