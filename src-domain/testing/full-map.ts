import type fc from 'fast-check'
import { runCommand } from '../commands/registry'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { commandSequence, type PlannedStep } from './command-sequence'
import { testEnv } from './env'
import { sampleProject } from './sample'

/** The project after the commands that are not refused, with all claims on one map. */
function projectAfter(steps: readonly PlannedStep[]): { project: Project; map: string } {
  let project = sampleProject()
  const run = (name: string, input: unknown, prefix: string) => {
    const outcome = runCommand(project, name, input, testEnv(prefix))
    const applied = 'patch' in outcome && applyPatch(project, outcome.patch)
    if (applied && 'project' in applied) project = applied.project
  }
  steps.forEach(({ name, input }, index) => run(name, input(project), `step${index}-`))
  run('map.add', { name: 'All' }, 'all')
  const map = [...project.maps.values()].at(-1)!.id
  for (const claim of project.claims.keys()) run('claim.place', { claims: [claim], map }, `place-${claim}-`)
  return { project, map }
}

/** Arbitrary maps with all claims of the sample project after a sequence of commands. */
export const fullMap = (): fc.Arbitrary<{ project: Project; map: string }> =>
  commandSequence(40).map(projectAfter)
