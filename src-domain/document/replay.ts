import * as v from 'valibot'
import { CheckedProject } from './checked-project'
import { settle, type Loaded } from './load'
import type { Patch } from './patch'
import { PatchSchema } from './patch-schema'
import { AboutSchema, type About, type Project } from './project'
import type { AnyRecord, TableName } from '../records/registry'

/** A patch that was accepted, and what the project said of itself afterwards. */
export interface AcceptedPatch {
  readonly revision: number
  readonly modified: string
  readonly patch: Patch
}

/** A step as it may come from outside (P8). */
export const AcceptedPatchSchema = v.object({
  revision: AboutSchema.entries.revision,
  modified: AboutSchema.entries.modified,
  patch: PatchSchema,
}) as unknown as v.GenericSchema<unknown, AcceptedPatch>

/**
 * The project after steps that were all accepted before: each record as the last step left it. Put right and checked
 * once, at the end.
 */
export function replay(project: Project, steps: readonly AcceptedPatch[]): Loaded {
  const tables = new Map<TableName, Map<string, AnyRecord>>()
  let about: About = project.about
  for (const { patch, revision, modified } of steps) {
    about = { ...about, revision, modified }
    for (const change of patch) {
      if (change.table === 'about') {
        about = { ...about, title: change.to.title }
        continue
      }
      let table = tables.get(change.table)
      if (!table) tables.set(change.table, (table = new Map<string, AnyRecord>(project[change.table])))
      if (change.to === null) table.delete(change.id)
      else table.set(change.id, change.to)
    }
  }
  return settle({ ...project, ...Object.fromEntries(tables), about })
}

/** Steps of which some are missing: those that still fit are taken, the others counted. The project must be sound. */
export function replayWhatFits(
  project: Project,
  steps: readonly AcceptedPatch[],
): { project: Project; left: number } {
  const checked = new CheckedProject(project)
  let left = 0
  for (const { patch, revision, modified } of steps) {
    if (!('undo' in checked.accept(patch, { revision, modified }))) left++
  }
  return { project: checked.project(), left }
}
