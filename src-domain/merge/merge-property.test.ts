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
import { mergeProjects } from './merge-projects'
import { mergeReport } from './merge-report'

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

describe('whatever two people do', () => {
  const base = sampleProject()
  const any = fc.oneof(commandSequence(12), commandSequence(12, MATRIX_COMMANDS))

  test('a merge with an unchanged file, or with the same changes, gives the changed file', () => {
    fc.assert(
      fc.property(commandSequence(15), (steps) => {
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
        for (const side of [mine, theirs])
          for (const table of ['sources', 'claims', 'maps', 'groups', 'matrices', 'scenarios'] as const)
            for (const id of side[table].keys())
              if (!base[table].has(id)) expect(merge.project[table].has(id)).toBe(true)
        for (const [id, claim] of theirs.claims) {
          const [before, own] = [base.claims.get(id), mine.claims.get(id)]
          if (before && own && own.text === before.text)
            expect(merge.project.claims.get(id)?.text).toBe(claim.text)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the same is there whoever merges, but for what is to decide', () => {
    fc.assert(
      fc.property(commandSequence(8), commandSequence(8), (ours, others) => {
        const [mine, theirs] = [after(ours, 'a', base), after(others, 'b', base)]
        const [here, there] = [mergeProjects(base, mine, theirs), mergeProjects(base, theirs, mine)]
        expect(there.disagreements.length).toBe(here.disagreements.length)
        for (const table of ['claims', 'relations', 'sources'] as const)
          expect([...there.project[table].keys()].sort()).toEqual([...here.project[table].keys()].sort())
      }),
      { numRuns: 40 },
    )
  })
})
