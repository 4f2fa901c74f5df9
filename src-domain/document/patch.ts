import { aboutConflict, joinAbout, leavesAbout, withFields, type AboutChange } from './about'
import { canonicalText } from './canonical'
import { carryIndex } from '../queries/excerpt-index'
import type { Project } from './project'
import type { Excerpt } from '../records/excerpt'
import { recordType, type Records, type TableName } from '../records/registry'
import { tableAfter, type RowChanges } from './table-after'

/** A record before and after; null for none: an addition has no `from`, a deletion no `to`. */
export type RecordChange = {
  [Name in TableName]: {
    readonly table: Name
    readonly id: string
    readonly from: Records[Name] | null
    readonly to: Records[Name] | null
  }
}[TableName]

export type Change = RecordChange | AboutChange

/** A change that adds a record. */
export type Creation = {
  [Name in TableName]: {
    readonly table: Name
    readonly id: string
    readonly from: null
    readonly to: Records[Name]
  }
}[TableName]

export const isCreation = (change: Change): change is Creation => change.from === null && change.to !== null

/** Changes that are applied together or not at all. Each record occurs at most once. */
export type Patch = readonly Change[]

/** The project after a patch, or a clause that says why the patch does not fit. */
export type Applied = { readonly project: Project } | { readonly conflict: string }

/**
 * Applies a patch. If the `from` of a change differs from the record in the project, the result is a conflict and
 * nothing is applied. `revision` and `modified` stay as they are: the host sets them.
 */
export function applyPatch(project: Project, patch: Patch): Applied {
  const changes = new Map<TableName, Map<string, unknown>>()
  let about = project.about
  for (const change of patch) {
    if (change.table === 'about') {
      const conflict = aboutConflict(about, change)
      if (conflict !== undefined) return { conflict }
      about = withFields(about, change.to)
      continue
    }
    const { table, id, from, to } = change
    let changed = changes.get(table)
    if (!changed) changes.set(table, (changed = new Map<string, unknown>()))
    const current = changed.has(id) ? changed.get(id) : (project[table].get(id) ?? null)
    if (!same(table, current, from)) return { conflict: `a record of ${table} was changed in the meantime` }
    changed.set(id, to)
  }
  const tables = [...changes].map(([table, changed]) => [
    table,
    tableAfter<unknown>(project[table], changed as RowChanges<unknown>),
  ])
  const after: Project = { ...project, ...Object.fromEntries(tables), about }
  const excerpts = changes.get('excerpts')
  if (excerpts) carryIndex(project.excerpts, after.excerpts, excerpts as RowChanges<Excerpt>)
  return { project: after }
}

/** The patch that reverts a patch. */
export const invertPatch = (patch: Patch): Patch =>
  patch.map((change) => ({ ...change, from: change.to, to: change.from }) as Change).reverse()

/**
 * Combines patches that follow one another into one. Each record goes from its first state to its last; a record that
 * ends as it began is left out.
 */
export function squash(patches: readonly Patch[]): Patch {
  const merged = new Map<string, Change>()
  for (const change of patches.flat()) {
    const key = `${change.table} ${change.id}`
    const earlier = merged.get(key)
    merged.set(key, earlier ? joined(earlier, change) : change)
  }
  return [...merged.values()].filter((change) => !unchanged(change))
}

const joined = (first: Change, then: Change): Change =>
  first.table === 'about' && then.table === 'about'
    ? joinAbout(first, then)
    : ({ ...then, from: first.from } as Change)

const unchanged = (change: Change): boolean =>
  change.table === 'about' ? leavesAbout(change) : same(change.table, change.from, change.to)

/** Whether two records of a table would be written alike; null is no record. */
export function same(table: TableName, a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  const { schema } = recordType(table)
  return canonicalText(schema, a) === canonicalText(schema, b)
}
