import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { brokenRules } from '../document/integrity'
import { load } from '../document/load'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { save } from '../document/save'
import { commandSequence, MATRIX_COMMANDS, type PlannedStep } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'
import { Draft } from './draft'
import { equal } from './equal'
import { mergeProjects, type Merge } from './merge-projects'
import { part, type Fields } from './merge-record'
import { mergeReport } from './merge-report'
import { withoutMissing } from './missing-records'
import { unitsOf } from './units'

/** The sample project after some steps; a refused step changes nothing. */
function after(steps: readonly PlannedStep[], name: string, base: Project): Project {
  let project = base
  steps.forEach(({ name: command, input }, index) => {
    const outcome = runCommand(project, command, input(project), testEnv(`${name}${index}-`))
    const applied = 'patch' in outcome && applyPatch(project, outcome.patch)
    if (applied && 'project' in applied) project = applied.project
  })
  return project
}

/** Tables whose records keep their ids in a merge. Both can place a card, mark a passage or rate a cell: one of them stays. */
const OWN_IDS = [
  'categories',
  'sources',
  'claims',
  'relations',
  'maps',
  'groups',
  'matrices',
  'scenarios',
] as const

/** What one side alone changed and the merge neither has nor lists. */
function lost(base: Project, side: Project, other: Project, { project, disagreements }: Merge): string[] {
  const listed = new Set(disagreements.map(({ table, id }) => `${table} ${id}`))
  return OWN_IDS.flatMap((table) =>
    [...side[table].values()].flatMap((record: Fields & { id: string }) => {
      const [before, there, now] = [base, other, project].map((each) => Draft.in(each, table, record.id))
      if (listed.has(`${table} ${record.id}`) || (before && !there)) return []
      return unitsOf(table, Object.keys(record))
        .filter(({ name }) => name !== 'key')
        .filter((unit) => equal(part(before ?? {}, unit), part(there ?? {}, unit)))
        .filter((unit) => !now || !equal(part(record, unit), part(now, unit)))
        .map(({ name }) => `${name} of ${table} ${record.id}`)
    }),
  )
}

describe('whatever two people do', () => {
  const base = sampleProject()
  const any = fc.oneof(commandSequence(12), commandSequence(12, MATRIX_COMMANDS))

  test('a merge with an unchanged file, or with the same changes, gives the changed file', () => {
    fc.assert(
      fc.property(any, (steps) => {
        const changed = after(steps, 'a', base)
        for (const [mine, theirs] of [
          [changed, changed],
          [changed, base],
          [base, changed],
        ] as const) {
          const merge = mergeProjects(base, mine, theirs)
          expect(merge.disagreements).toEqual([])
          expect(save({ ...merge.project, about: changed.about })).toBe(save(changed))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the merged file keeps every rule, opens again, and has what each of them added', () => {
    fc.assert(
      fc.property(any, any, (ours, others) => {
        const [mine, theirs] = [after(ours, 'a', base), after(others, 'b', base)]
        const merge = mergeProjects(base, mine, theirs)
        expect(brokenRules(merge.project)).toEqual([])
        const { changes, cameIn, alreadyHere, toDecide, leftOut } = mergeReport(base, mine, theirs, merge)
        expect(cameIn + alreadyHere + toDecide + leftOut).toBe(changes)
        const loaded = load(save(merge.project))
        expect(loaded.ok && save(loaded.project)).toBe(save(merge.project))
        expect(lost(base, mine, theirs, merge)).toEqual([])
        expect(lost(base, theirs, mine, merge)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('the merged file keeps every rule, whatever file is said to be the common state', () => {
    fc.assert(
      fc.property(any, any, any, fc.boolean(), (ours, others, before, isKnown) => {
        const [mine, theirs, liar] = [
          after(ours, 'a', base),
          after(others, 'b', base),
          after(before, 'c', base),
        ]
        for (const common of [isKnown ? liar : undefined, withoutMissing(liar, theirs)]) {
          const merge = mergeProjects(common, mine, theirs)
          expect(brokenRules(merge.project)).toEqual([])
          expect(load(save(merge.project)).ok).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the same is there whoever merges, but for what is to decide', () => {
    fc.assert(
      fc.property(any, any, (ours, others) => {
        const [mine, theirs] = [after(ours, 'a', base), after(others, 'b', base)]
        const [here, there] = [mergeProjects(base, mine, theirs), mergeProjects(base, theirs, mine)]
        expect(there.disagreements.length).toBe(here.disagreements.length)
        for (const table of OWN_IDS)
          expect([...there.project[table].keys()].sort()).toEqual([...here.project[table].keys()].sort())
      }),
      { numRuns: 40 },
    )
  })
})
