import { parseJson } from '#domain/document/load'
import { VERSION, type Project } from '#domain/document/project'
import type { AcceptedPatch } from '#domain/document/replay'
import type { WrittenRows, WrittenTables } from '#domain/document/save'
import { TABLE_NAMES, type TableName } from '#domain/records/registry'
import { contentsOf, type Contents } from '../history/version-history'
import { cutTables, piecesOf, type CutTable } from '../store/read-pieces'

/** A project's file of which only those records were read that patches change, and some beside them. */
export interface PartlyRead {
  /** The project, without the other records. */
  readonly project: Project
  /** The other records, as they are in the file. */
  readonly copied: WrittenTables
}

type Row = { readonly id: string }

/**
 * Reads the records of a file that the patches change. The others are copied: to check and serialise all of a large project
 * takes several times as long.
 * @param bytes a valid file as Counterpoint writes it
 * @param together bytes of records that are read at a time
 * @returns undefined if the file must be read as a whole
 */
export function readChangedRecords(
  bytes: Buffer,
  patches: readonly Pick<AcceptedPatch, 'patch'>[],
  together?: number,
): PartlyRead | undefined {
  const changed = changedIds(patches)
  const copied = new Map<TableName, readonly WrittenRows[]>()
  try {
    const cut = cutTables(bytes, ({ name }) => isTable(name))
    if (!cut) return undefined
    for (const table of cut.tables) {
      const ids = changed.get(table.name)
      const parts = ids
        ? partsOf(table, ids, together)
        : { copied: [{ first: '', bytes: table.bytes }], read: [] }
      if (!parts) return undefined
      cut.file[table.name] = parts.read
      copied.set(table.name as TableName, parts.copied)
    }
    const parsed = parseJson(cut.file, cut.inexact)
    return parsed.ok && parsed.version === VERSION ? { project: parsed.project, copied } : undefined
  } catch {
    // It is not cut between two records: its indent is another than ours.
    return undefined
  }
}

const isTable = (name: string): boolean => (TABLE_NAMES as readonly string[]).includes(name)

/** The ids of the records that patches change, by table. */
function changedIds(patches: readonly Pick<AcceptedPatch, 'patch'>[]): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>()
  for (const change of patches.flatMap(({ patch }) => patch)) {
    if (change.table === 'about') continue
    const ids = tables.get(change.table)
    if (ids) ids.add(change.id)
    else tables.set(change.table, new Set([change.id]))
  }
  return tables
}

/**
 * The pieces of a table that are copied, and the records of those that have a changed id or a new one between two of theirs.
 * Undefined if the records are not sorted.
 */
function partsOf(
  table: CutTable,
  ids: ReadonlySet<string>,
  together: number | undefined,
): { copied: readonly WrittenRows[]; read: readonly Row[] } | undefined {
  const waiting = [...ids].sort().reverse()
  const copied: WrittenRows[] = []
  const read: Row[] = []
  let last = ''
  for (const { bytes, rows } of piecesOf(table.bytes, together)) {
    const { id: first } = rows[0] as Row
    for (const { id } of rows as Row[]) {
      if (!(id > last)) return undefined
      last = id
    }
    let isChanged = false
    for (; waiting.length > 0 && waiting.at(-1)! <= last; waiting.pop())
      isChanged ||= waiting.at(-1)! >= first
    if (isChanged) for (const row of rows as Row[]) read.push(row)
    else copied.push({ first, bytes })
  }
  return { copied, read }
}

/**
 * What a project has some of whose records were copied.
 * @param before what it had before
 * @param read the records that were read of it then
 */
export function contentsAfter(before: Contents, read: Project, project: Project): Contents {
  const then = contentsOf(read).counts
  const contents = contentsOf(project)
  const counts = { ...before.counts }
  for (const table of Object.keys(counts) as (keyof typeof counts)[])
    counts[table] += contents.counts[table] - then[table]
  return { ...contents, counts }
}
