import * as v from 'valibot'
import { withFields } from './about'
import { CheckedProject } from './checked-project'
import { settle, type Loaded } from './load'
import type { Patch } from './patch'
import { PatchSchema } from './patch-schema'
import { AboutSchema, type About, type Project } from './project'
import type { AnyRecord, TableName } from '../records/registry'

/** A patch that the host accepted, with the revision and time of the project afterwards. */
export interface AcceptedPatch {
  readonly revision: number
  readonly modified: string
  readonly patch: Patch
}

/** Checks an accepted patch that was read from a file (P8). */
export const AcceptedPatchSchema = v.object({
  revision: AboutSchema.entries.revision,
  modified: AboutSchema.entries.modified,
  patch: PatchSchema,
}) as unknown as v.GenericSchema<unknown, AcceptedPatch>

/**
 * Applies patches that were all accepted before, in order. Each record becomes what the last patch made of it; anchors
 * and rules are checked once, at the end.
 */
export const replay = (project: Project, patches: readonly AcceptedPatch[]): Loaded =>
  settle(withPatches(project, patches))

/** The same for a project of which only the tables are known that the patches change, so that nothing can be checked. */
export function withPatches(project: Project, patches: readonly AcceptedPatch[]): Project {
  const tables = new Map<TableName, Map<string, AnyRecord>>()
  let about: About = project.about
  for (const { patch, revision, modified } of patches) {
    about = { ...about, revision, modified }
    for (const change of patch) {
      if (change.table === 'about') {
        about = withFields(about, change.to)
        continue
      }
      let table = tables.get(change.table)
      if (!table) tables.set(change.table, (table = new Map<string, AnyRecord>(project[change.table])))
      if (change.to === null) table.delete(change.id)
      else table.set(change.id, change.to)
    }
  }
  return { ...project, ...Object.fromEntries(tables), about }
}

/**
 * Applies the patches that fit, when some between them are missing. The project must keep all rules.
 * @returns the project, and `left`, the number of patches that did not fit
 */
export function replayWhatFits(
  project: Project,
  patches: readonly AcceptedPatch[],
): { project: Project; left: number } {
  const checked = new CheckedProject(project)
  let left = 0
  for (const { patch, revision, modified } of patches) {
    if (!('undo' in checked.accept(patch, { revision, modified }))) left++
  }
  return { project: checked.project(), left }
}
