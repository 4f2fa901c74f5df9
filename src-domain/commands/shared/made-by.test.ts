import { expect, test } from 'vitest'
import { load } from '../../document/load'
import { save } from '../../document/save'
import { mergeProjects } from '../../merge/merge-projects'
import { Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { commonProject } from '../../testing/two-copies'

const AK = { id: 'one', initials: 'AK' }
const { project: base, source, map, first, second } = commonProject()

/** A copy of the project in which somebody works. */
function copyOf(name: string, by: typeof AK | undefined) {
  const builder = new Builder('', { ...testEnv(name), by })
  builder.project = base
  return builder
}

const made = ({ project }: Pick<Builder, 'project'>) =>
  (['claims', 'excerpts', 'relations', 'cells'] as const).flatMap((table) =>
    [...project[table].values()].filter(({ id }) => !base[table].has(id)),
  )

function work(builder: Builder): void {
  builder.run('claim.fromSelection', { source, start: 37, end: 47, category: 'evidence' })
  const claim = builder.claim('Sanctions were certain', map)
  builder.run('excerpt.add', { claim, source, start: 14, end: 20 })
  builder.relation('attack', [claim], first)
  builder.run('matrix.add', { title: 'Why?', hypotheses: [first, second] })
  builder.run('row.add', { matrix: [...builder.project.matrices.keys()][0]!, what: { claim } })
  builder.run('cell.rate', { row: [...builder.project.rows.keys()][0]!, hypothesis: second, rating: 'C' })
}

test('claims, passages, relations and ratings say who made them, after a save and a merge too', () => {
  const mine = copyOf('mine', AK)
  work(mine)
  expect(made(mine)).toHaveLength(6)
  for (const record of made(mine)) expect(record.by).toEqual(AK)
  const loaded = load(save(mine.project))
  expect(loaded.ok && made(loaded).map(({ by }) => by)).toEqual(made(mine).map(({ by }) => by))
  const theirs = copyOf('theirs', { id: 'two', initials: 'AK' })
  theirs.claim('It was pride')
  const merge = mergeProjects(base, mine.project, theirs.project)
  expect(new Set(made(merge).map(({ by }) => by?.id))).toEqual(new Set(['one', 'two']))
})

test('without initials nothing is said', () => {
  const mine = copyOf('mine', undefined)
  work(mine)
  for (const record of made(mine)) expect(record).not.toHaveProperty('by')
})

test('a rating is of the analyst who gave it last, and its note is not', () => {
  const mine = copyOf('mine', AK)
  work(mine)
  const other = new Builder('', { ...testEnv('other'), by: { id: 'two', initials: 'BS' } })
  other.project = mine.project
  const [row] = other.project.rows.keys()
  const by = () => [...other.project.cells.values()].map((cell) => cell.by?.initials)
  other.run('cell.note', { row: row!, hypothesis: second, note: 'Look again.' })
  expect(by()).toEqual(['AK'])
  other.run('cell.rate', { row: row!, hypothesis: second, rating: 'N' })
  expect(by()).toEqual(['BS'])
})
