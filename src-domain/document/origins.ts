import type { Foreign } from '../records/record'
import type { Origin } from '../records/origin'
import { QUOTES } from '../records/source'
import { TABLE_NAMES, type AnyRecord, type TableName } from '../records/registry'
import type { RecordChange } from './patch'
import type { Pointer } from './pointer'
import type { Project } from './project'

/** The elements of other programs' files that a record stands for. */
export const foreignOf = (record: AnyRecord): readonly Foreign[] =>
  (record as { foreign?: readonly Foreign[] }).foreign ?? []

/** The origins that a record names. */
export const originPointersOf = (table: TableName, record: AnyRecord): Pointer[] =>
  foreignOf(record).map(({ origin }) => ({
    table: 'origins',
    id: origin,
    broken: `the record ${record.id} of ${table} names a missing origin`,
  }))

/**
 * The changes that delete the origins which no record names any more.
 * @param gone whether a record is deleted by the same patch
 */
export function forgottenOrigins(
  project: Project,
  gone: (table: TableName, id: string) => boolean,
): RecordChange[] {
  if (project.origins.size === 0) return []
  const left = new Set<string>()
  const named = new Set<string>()
  for (const table of TABLE_NAMES) {
    for (const record of project[table].values()) {
      for (const { origin } of foreignOf(record)) (gone(table, record.id) ? left : named).add(origin)
    }
  }
  return [...left]
    .filter((id) => !named.has(id))
    .flatMap((id) => project.origins.get(id) ?? [])
    .map((from: Origin) => ({ table: 'origins', id: from.id, from, to: null }))
}

/**
 * A project without references to origins that it does not have: an older Counterpoint, which does not know them,
 * merges records of other projects without their origins. The same object if there are none.
 */
export function withoutLostOrigins(project: Project): Project {
  const tables: Partial<Record<TableName, ReadonlyMap<string, AnyRecord>>> = {}
  for (const table of TABLE_NAMES) {
    let rows: Map<string, AnyRecord> | undefined
    for (const record of project[table].values()) {
      const foreign = foreignOf(record)
      const kept = foreign.filter(({ origin }) => project.origins.has(origin))
      if (kept.length === foreign.length) continue
      rows ??= new Map<string, AnyRecord>(project[table])
      rows.set(record.id, withForeign(record, kept))
    }
    if (rows) tables[table] = rows
  }
  return Object.keys(tables).length === 0 ? project : ({ ...project, ...tables } as Project)
}

/** The record with other elements that it stands for. */
export function withForeign<Row extends AnyRecord>(record: Row, foreign: readonly Foreign[]): Row {
  const { foreign: _before, ...rest } = record as Row & { foreign?: unknown }
  return (foreign.length > 0 ? { ...rest, foreign: [...foreign] } : rest) as Row
}

/** All elements that several records stand for, each once. */
export function joinedForeign(records: readonly AnyRecord[]): Foreign[] {
  const all = new Map<string, Foreign>()
  for (const each of records.flatMap(foreignOf)) all.set(foreignKey(each), all.get(foreignKey(each)) ?? each)
  return [...all.values()]
}

/** Tells elements of files apart. */
export const foreignKey = ({ origin, id, part }: Foreign): string => JSON.stringify([origin, id, part ?? 1])

/** The text that annotations came with: the origin keeps the annotations alone. */
export function textBesideOf({ sources }: Project, { id, format }: Origin): string | undefined {
  if (!/^(?:brat|agxml)/.test(format)) return undefined
  return [...sources.values()].find(
    (source) => source.kind !== QUOTES && foreignOf(source).some(({ origin }) => origin === id),
  )?.originalText
}
