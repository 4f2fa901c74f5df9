import { aboutConflict, adjustAbout, leavesAbout, type AboutChange } from './about'
import { mergeRecord, type Fields } from '../merge/merge-record'
import { brokenRules } from './integrity'
import { applyPatch, invertPatch, same, squash, type Change, type Patch } from './patch'
import type { Project } from './project'

/** A project with pending patches on top, after changes that were made elsewhere came below them. */
export interface Rebased {
  readonly project: Project
  /** The pending patches that still apply, adjusted to the project. A patch without effect is left out. */
  readonly kept: readonly Patch[]
  /** Those that no longer apply, as they were. */
  readonly lost: readonly Patch[]
}

/**
 * The patch with the same effect on a project whose records were changed since the patch was made; undefined if there is
 * none. Records are merged as those of two files are; only what both have changed differently stands against each other. A
 * change that the project has already is left out.
 */
export function adjustPatch(project: Project, patch: Patch): Patch | undefined {
  const adjusted: Change[] = []
  for (const change of patch) {
    const fitted = change.table === 'about' ? adjustFields(project, change) : adjustRecord(project, change)
    if (fitted === undefined) return undefined
    if (fitted !== 'done') adjusted.push(fitted)
  }
  return adjusted
}

function adjustFields({ about }: Project, change: AboutChange): AboutChange | 'done' | undefined {
  if (aboutConflict(about, change) === undefined) return change
  const adjusted = adjustAbout(about, change)
  return adjusted && leavesAbout(adjusted) ? 'done' : adjusted
}

function adjustRecord(
  project: Project,
  change: Exclude<Change, { table: 'about' }>,
): Change | 'done' | undefined {
  const { table, id, from, to } = change
  const now = project[table].get(id) ?? null
  if (same(table, now, from)) return change
  if (same(table, now, to)) return 'done'
  // A record that one has removed and the other changed, or that both have added.
  if (!now || !from || !to) return undefined
  const merged = mergeRecord(table, from as Fields, now as Fields, to as Fields, 'theirs')
  return merged.disputed.length > 0
    ? undefined
    : ({ table, id, from: now, to: merged.record } as unknown as Change)
}

/** Applies a patch, adjusted to the project, if the result keeps all rules. */
export function applyAdjusted(
  project: Project,
  patch: Patch,
): { readonly project: Project; readonly patch: Patch } | undefined {
  const adjusted = adjustPatch(project, patch)
  const applied = adjusted && applyPatch(project, adjusted)
  if (!adjusted || !applied || 'conflict' in applied) return undefined
  return brokenRules(applied.project).length > 0 ? undefined : { project: applied.project, patch: adjusted }
}

/**
 * Puts changes from elsewhere below the pending patches of a project.
 * @param project the project with all pending patches
 * @param pending oldest first
 * @param changes to the project without the pending patches, oldest first
 * @param included how many of the first pending patches are among the changes
 * @returns undefined if the changes do not apply, so that the project has to be loaded again
 */
export function rebase(
  project: Project,
  pending: readonly Patch[],
  changes: readonly Patch[],
  included = 0,
): Rebased | undefined {
  const before = applyPatch(project, invertPatch(squash(pending)))
  if ('conflict' in before) return undefined
  const after = applyPatch(before.project, squash(changes))
  return 'conflict' in after ? undefined : reapply(after.project, pending.slice(included))
}

/** Applies pending patches to a project that may have changed below them. */
export function reapply(base: Project, pending: readonly Patch[]): Rebased {
  let project = base
  const kept: Patch[] = []
  const lost: Patch[] = []
  for (const patch of pending) {
    const applied = applyAdjusted(project, patch)
    if (!applied) lost.push(patch)
    else if (applied.patch.length > 0) {
      project = applied.project
      kept.push(applied.patch)
    }
  }
  return { project, kept, lost }
}
