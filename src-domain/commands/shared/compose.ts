import { applyPatch, squash, type Patch } from '../../document/patch'
import type { Project } from '../../document/project'
import type { Outcome } from '../command'

/** One part of a composed command. Gets the project as the parts before have left it. */
export type CommandPart = (project: Project) => Outcome

/**
 * Runs the parts one after the other as one undo entry. If a part refuses, the whole command does. The last selection
 * counts.
 */
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
