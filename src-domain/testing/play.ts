import { runCommand } from '../commands/registry'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import type { AcceptedPatch } from '../document/replay'
import type { PlannedStep } from './command-sequence'
import { testEnv } from './env'
import { sampleProject } from './sample'

/** The sample project after a sequence of commands, and the accepted patches. */
export function play(planned: readonly PlannedStep[]): { project: Project; steps: AcceptedPatch[] } {
  let project = sampleProject()
  const steps: AcceptedPatch[] = []
  planned.forEach(({ name, input }, index) => {
    const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
    if ('refusal' in outcome) return
    const applied = applyPatch(project, outcome.patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    const about = {
      ...applied.project.about,
      revision: steps.length + 1,
      modified: '2026-01-05T09:00:00.000Z',
    }
    project = { ...applied.project, about }
    steps.push({ revision: about.revision, modified: about.modified, patch: outcome.patch })
  })
  return { project, steps }
}
