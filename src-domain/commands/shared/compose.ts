import { applyPatch, squash, type Patch } from '../../document/patch'
import type { Project } from '../../document/project'
import type { Outcome, Selected } from '../command'

/** One part of a composed command. Gets the project as the parts before have left it. */
export type CommandPart = (project: Project) => Outcome

/**
 * Runs the parts one after the other as one undo entry. If a part refuses, the whole command does. The last selection
 * and the last revealed card count.
 * @param select what is selected instead of what the parts select
 */
export function compose(
  project: Project,
  label: string,
  parts: readonly CommandPart[],
  select?: Selected,
): Outcome {
  const patches: Patch[] = []
  let now = project
  let last: Selected | undefined
  let reveal: string | undefined
  for (const part of parts) {
    const outcome = part(now)
    if ('refusal' in outcome) return outcome
    const applied = applyPatch(now, outcome.patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    now = applied.project
    patches.push(outcome.patch)
    last = outcome.select ?? last
    reveal = outcome.reveal ?? reveal
  }
  const turnTo = select ?? last
  return { patch: squash(patches), label, ...(turnTo && { select: turnTo }), ...(reveal && { reveal }) }
}
