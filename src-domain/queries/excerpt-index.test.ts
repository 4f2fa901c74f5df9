import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { claimsOn, excerptsByClaim, excerptsBySource, toReview } from './excerpt-index'
import { NO_HISTORY, record, redo, undo } from '../document/history'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { commandSequence } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'

/** The whole content of the index, for comparisons. */
const answers = (project: Project) => ({
  claim: [...excerptsByClaim(project)].sort(),
  source: [...excerptsBySource(project)].sort(),
  claims: [...project.sources.keys()].map((id) => claimsOn(project, id)),
  toReview: toReview(project),
})

/** The same project with a new table of excerpts, which has no index yet. */
const unknown = (project: Project): Project => ({ ...project, excerpts: new Map(project.excerpts) })

test('after any commands, undone and redone, the index equals one that is built again', () => {
  fc.assert(
    fc.property(commandSequence(40), fc.array(fc.boolean(), { maxLength: 20 }), (steps, travels) => {
      let project = sampleProject()
      let history = NO_HISTORY
      answers(project)
      const apply = (patch: Parameters<typeof applyPatch>[1]) => {
        const applied = applyPatch(project, patch)
        if ('conflict' in applied) throw new Error(applied.conflict)
        project = applied.project
        expect(answers(project)).toEqual(answers(unknown(project)))
      }
      steps.forEach(({ name, input }, index) => {
        const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
        if ('refusal' in outcome) return
        apply(outcome.patch)
        history = record(history, { label: outcome.label, patch: outcome.patch, at: index * 1000 })
      })
      for (const back of travels) {
        const step = back ? undo(history) : redo(history)
        if (!step) continue
        apply(step.patch!)
        history = step.history
      }
    }),
    { numRuns: 60 },
  )
})

test('the excerpts of a source are in the order of its text, longer ones first', () => {
  const [source] = [...excerptsBySource(sampleProject()).values()]
  const places = source!.map(({ start, end }) => [start, -end])
  expect(places).toEqual(places.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!))
})
