import type * as v from 'valibot'
import { canonical } from './canonical'
import { AboutSchema, type Project } from './project'
import { RECORD_TYPES, type AnyRecord, type TableName } from '../records/registry'

/**
 * Serialises a project as the text of its file: keys in schema order, tables sorted by id, an indent of two spaces, and
 * a newline at the end. Two projects with the same content give the same bytes.
 */
export const save = (project: Project): string => [...savedPieces(project)].join('')

/** Records of a table as they are in a file, from the first brace to the last: UTF-8 of the JSON that this module writes. */
export interface WrittenRows {
  /** The id of the first. */
  readonly first: string
  readonly bytes: Uint8Array
}

/** The records of tables that are written already, in the order of the file. */
export type WrittenTables = ReadonlyMap<TableName, readonly WrittenRows[]>

/** The text of a project's file in pieces: the whole of a large one takes its size in memory several times. */
export function savedPieces(project: Project): Generator<string>
/** @param written records that are not in the project, because they are written already */
export function savedPieces(project: Project, written?: WrittenTables): Generator<string | Uint8Array>
export function* savedPieces(project: Project, written?: WrittenTables): Generator<string | Uint8Array> {
  const about = canonical(AboutSchema, project.about) as Record<string, unknown>
  const tables = new Map<string, Iterable<string | Uint8Array>>()
  const file: Record<string, unknown> = {}
  // The lineage is long and nobody reads it, so it is after the tables.
  for (const key of Object.keys(AboutSchema.entries)) if (key !== 'lineage') file[key] = about[key]
  for (const { table, schema } of RECORD_TYPES) {
    file[table] = []
    tables.set(table, tableOf(schema, [...project[table].values()], written?.get(table)))
  }
  for (const key of Object.keys(about)) if (!Object.hasOwn(file, key)) file[key] = about[key]
  let gap = '{\n'
  for (const [key, value] of Object.entries(file)) {
    if (value === undefined) continue
    const field = JSON.stringify({ [key]: value }, null, 2).slice('{\n'.length, -'\n}'.length)
    const rows = tables.get(key)
    yield gap + (rows ? field.slice(0, -'[]'.length) : field)
    if (rows) yield* rows
    gap = ',\n'
  }
  yield '\n}\n'
}

/** The JSON of a table, with the indent that it has in the file. A record may be large, so each is a piece. */
function* tableOf(
  schema: v.GenericSchema,
  rows: readonly AnyRecord[],
  written: readonly WrittenRows[] = [],
): Generator<string | Uint8Array> {
  const asText = (row: AnyRecord) =>
    JSON.stringify({ '': [canonical(schema, row)] }, null, 2).slice(
      '{\n  "": [\n    '.length,
      -'\n  ]\n}'.length,
    )
  const parts = [
    ...rows.map((row) => ({ id: row.id, json: () => asText(row) })),
    ...written.map(({ first, bytes }) => ({ id: first, json: () => bytes })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  let gap = '['
  for (const { json } of parts) {
    yield `${gap}\n    `
    yield json()
    gap = ','
  }
  yield parts.length === 0 ? '[]' : '\n  ]'
}
