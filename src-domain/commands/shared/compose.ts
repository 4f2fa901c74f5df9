import { applyPatch, squash, type Patch } from '../../document/patch'
import type { Project } from '../../document/project'
import type { Outcome } from '../command'

/** One part of an intention: what is to be done on the project that the parts before it have left. */
export type CommandPart = (project: Project) => Outcome

/** Several outcomes as one step to undo: all of them, or the first refusal and nothing. What the last turns to is selected. */
export function compose(project: Project, label: string, parts: readonly CommandPart[]): Outcome {
  const patches: Patch[] = []
  let now = project
  let select
  for (const part of parts) {
    const outcome = part(now)
    if ('refusal' in outcome) return outcome
    const applied = applyPatch(now, outcome.patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    now = applied.project
    patches.push(outcome.patch)
    select = outcome.select ?? select
  }
  return { patch: squash(patches), label, ...(select && { select }) }
}
