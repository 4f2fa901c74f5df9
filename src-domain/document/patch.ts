import { canonicalText } from './canonical'
import { carryIndex } from '../queries/excerpt-index'
import type { Project } from './project'
import type { Excerpt } from '../records/excerpt'
import { recordType, type Records, type TableName } from '../records/registry'
import { tableAfter, type RowChanges } from './table-after'

/** One record as it was and as it is to be; null where there is none. */
export type RecordChange = {
  [Name in TableName]: {
    readonly table: Name
    readonly id: string
    readonly from: Records[Name] | null
    readonly to: Records[Name] | null
  }
}[TableName]

/** The project's title; all else that a project says of itself is not the user's to change. */
export interface AboutChange {
  readonly table: 'about'
  readonly id: string
  readonly from: { readonly title: string }
  readonly to: { readonly title: string }
}

export type Change = RecordChange | AboutChange
/** Changes that are made together or not at all; each record at most once. */
export type Patch = readonly Change[]

export type Applied = { readonly project: Project } | { readonly conflict: string }

/**
 * The project after the patch. A change whose `from` is not what stands there makes a conflict, in words, and nothing
 * is applied. `revision` and `modified` are the host's to move, not a patch's.
 */
export function applyPatch(project: Project, patch: Patch): Applied {
  const changes = new Map<TableName, Map<string, unknown>>()
  let about = project.about
  for (const change of patch) {
    if (change.table === 'about') {
      if (about.title !== change.from.title) return { conflict: 'the title was changed meanwhile' }
      about = { ...about, title: change.to.title }
      continue
    }
    const { table, id, from, to } = change
    let changed = changes.get(table)
    if (!changed) changes.set(table, (changed = new Map<string, unknown>()))
    const current = changed.has(id) ? changed.get(id) : (project[table].get(id) ?? null)
    if (!same(table, current, from)) return { conflict: `a record of ${table} was changed meanwhile` }
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

/** The patch that takes back what this one does. */
export const invertPatch = (patch: Patch): Patch =>
  patch.map((change) => ({ ...change, from: change.to, to: change.from }) as Change).reverse()

/**
 * One patch that does what the patches do one after the other: each record once, from its first state to its last; a
 * record that ends as it began is left out.
 */
export function squash(patches: readonly Patch[]): Patch {
  const merged = new Map<string, Change>()
  for (const change of patches.flat()) {
    const key = `${change.table} ${change.id}`
    const earlier = merged.get(key)
    merged.set(key, earlier ? ({ ...change, from: earlier.from } as Change) : change)
  }
  return [...merged.values()].filter((change) => !unchanged(change))
}

const unchanged = (change: Change): boolean =>
  change.table === 'about'
    ? change.from.title === change.to.title
    : same(change.table, change.from, change.to)

/** Whether two records of a table are the same in the file; null is no record. */
export function same(table: TableName, a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  const { schema } = recordType(table)
  return canonicalText(schema, a) === canonicalText(schema, b)
}
