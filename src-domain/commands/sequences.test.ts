import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NO_HISTORY, record, redo, undo, type History } from '../document/history'
import { brokenRules } from '../document/integrity'
import { load } from '../document/load'
import { applyPatch, type Creation, type Patch } from '../document/patch'
import { PatchSchema } from '../document/patch-schema'
import type { Project } from '../document/project'
import { TABLE_NAMES } from '../records/registry'
import { save } from '../document/save'
import { commandSequence, MATRIX_COMMANDS, type PlannedStep } from '../testing/command-sequence'
import { INPUTS } from '../testing/commands'
import { testEnv } from '../testing/env'
import { frozen } from '../testing/frozen'
import { sampleProject } from '../testing/sample'
import { COMMANDS, runCommand } from './registry'

const applied = (project: Project, patch: Patch): Project => {
  const result = applyPatch(project, patch)
  if ('conflict' in result) throw new Error(result.conflict)
  return result.project
}

/** Runs a sequence of commands and calls `check` after each one that was not refused. */
function play(
  steps: readonly PlannedStep[],
  check: (before: Project, patch: Patch, after: Project, made: readonly Creation[]) => void = () => undefined,
): { first: Project; last: Project; history: History } {
  const first = frozen(sampleProject())
  let project = first
  let history = NO_HISTORY
  steps.forEach(({ name, input }, index) => {
    const given = input(project)
    const outcome = runCommand(project, name, given, testEnv(`step${index}-`))
    expect(JSON.stringify(runCommand(project, name, given, testEnv(`step${index}-`)))).toBe(
      JSON.stringify(outcome),
    )
    if ('refusal' in outcome) {
      expect(outcome.refusal).toMatch(/^\S.*[.!)]$/su)
      return
    }
    const { patch, label, joins, made } = outcome
    const next = frozen(applied(project, patch))
    check(project, patch, next, made)
    project = next
    if (patch.length > 0) history = record(history, { label, patch, joins, at: index * 200 })
  })
  return { first, last: project, history }
}

/** Undoes every entry, which must give the first bytes again, and redoes them, which must give the last. */
function goesBackAndForth({ first, last, history }: ReturnType<typeof play>): void {
  let [project, at] = [last, history]
  for (let step = undo(at); step; step = undo(at))
    [project, at] = [applied(project, step.patch!), step.history]
  expect(save(project)).toBe(save(first))
  for (let step = redo(at); step; step = redo(at))
    [project, at] = [applied(project, step.patch!), step.history]
  expect(save(project)).toBe(save(last))
}

describe('any sequence of commands', () => {
  test('P2 P3 every command is pure and leaves a valid project', () => {
    fc.assert(
      fc.property(commandSequence(40), (steps) => {
        play(steps, (_before, _patch, after) => expect(brokenRules(after)).toEqual([]))
      }),
      { numRuns: 120 },
    )
  })

  test('P1 undoing every entry gives the first bytes again, and redoing them the last', () => {
    fc.assert(
      fc.property(commandSequence(40), (steps) => {
        goesBackAndForth(play(steps))
      }),
      { numRuns: 60 },
    )
  })

  test('P1 P3 P9 matrices, rows, cells and scenarios stay whole when claims merge and go, and through undo and files', () => {
    fc.assert(
      fc.property(commandSequence(30, MATRIX_COMMANDS), (steps) => {
        const played = play(steps, (_before, _patch, after) => expect(brokenRules(after)).toEqual([]))
        const bytes = save(played.last)
        const loaded = load(bytes)
        expect(loaded.ok && save(loaded.project)).toBe(bytes)
        goesBackAndForth(played)
      }),
      { numRuns: 150 },
    )
  })

  test('P9 a saved project loads and saves as the same bytes', () => {
    fc.assert(
      fc.property(commandSequence(40), (steps) => {
        const bytes = save(play(steps).last)
        const loaded = load(bytes)
        expect(loaded).toMatchObject({ ok: true })
        if (loaded.ok) expect(save(loaded.project)).toBe(bytes)
      }),
      { numRuns: 60 },
    )
  })

  test('P6 a patch changes records, the title and the yardstick, and no other property of a project', () => {
    fc.assert(
      fc.property(commandSequence(25), (steps) => {
        play(steps, (before, patch, after) => {
          for (const { table } of patch) expect(['about', ...TABLE_NAMES]).toContain(table)
          const rest = { title: '', yardstick: '' }
          expect({ ...after.about, ...rest }).toEqual({ ...before.about, ...rest })
        })
      }),
      { numRuns: 30 },
    )
  })

  test('an outcome names every record that it created, and no other', () => {
    fc.assert(
      fc.property(commandSequence(25), (steps) => {
        play(steps, (before, _patch, after, made) => {
          const fresh = TABLE_NAMES.flatMap((table) =>
            [...after[table].keys()].filter((id) => !before[table].has(id)).map((id) => `${table} ${id}`),
          )
          expect(made.map(({ table, id }) => `${table} ${id}`).sort()).toEqual(fresh.sort())
          for (const { table, to } of made) expect(after[table].get(to.id)).toEqual(to)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('P8 the host accepts the patch of every command and has the same bytes afterwards', () => {
    fc.assert(
      fc.property(commandSequence(25), (steps) => {
        play(steps, (before, patch, after) => {
          const read = v.safeParse(PatchSchema, JSON.parse(JSON.stringify(patch)))
          expect(read.issues).toBeUndefined()
          if (read.success) expect(save(applied(before, read.output))).toBe(save(after))
        })
      }),
      { numRuns: 40 },
    )
  })
})

test('P10 every command of the registry has a generator, and succeeds in some sequence', () => {
  expect(Object.keys(INPUTS).sort()).toEqual(COMMANDS.map(({ name }) => name).sort())
  const done = new Set<string>()
  for (const steps of fc.sample(commandSequence(60), { numRuns: 250, seed: 7 })) {
    let project = sampleProject()
    steps.forEach(({ name, input }, index) => {
      const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
      if ('refusal' in outcome || outcome.patch.length === 0) return
      project = applied(project, outcome.patch)
      done.add(name)
    })
  }
  expect(COMMANDS.map(({ name }) => name).filter((name) => !done.has(name))).toEqual([])
})

test('P8 P11 a command refuses invalid input with a message', () => {
  const project = frozen(sampleProject())
  fc.assert(
    fc.property(fc.constantFrom(...COMMANDS), fc.jsonValue({ maxDepth: 3 }), ({ name }, input) => {
      const outcome = runCommand(project, name, input, testEnv())
      if ('refusal' in outcome) expect(outcome.refusal).toMatch(/\.$/)
      else expect(brokenRules(applied(project, outcome.patch))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
