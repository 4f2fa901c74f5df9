import { canonical } from './canonical'
import { AboutSchema, type Project } from './project'
import { RECORD_TYPES } from '../records/registry'

/**
 * Serialises a project as the text of its file: keys in schema order, tables sorted by id, an indent of two spaces, and
 * a newline at the end. Two projects with the same content give the same bytes.
 */
export const save = (project: Project): string => [...savedPieces(project)].join('')

/** The text of a project's file in pieces: the whole of a large one takes its size in memory several times. */
export function* savedPieces(project: Project): Generator<string> {
  const about = canonical(AboutSchema, project.about) as Record<string, unknown>
  const tables = new Map<string, Generator<string>>()
  const file: Record<string, unknown> = {}
  // The lineage is long and nobody reads it, so it is after the tables.
  for (const key of Object.keys(AboutSchema.entries)) if (key !== 'lineage') file[key] = about[key]
  for (const { table, schema } of RECORD_TYPES) {
    const rows = [...project[table].values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    file[table] = []
    tables.set(
      table,
      rowsOf(rows, (row) => canonical(schema, row)),
    )
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
function* rowsOf<Row>(rows: readonly Row[], canonically: (row: Row) => unknown): Generator<string> {
  let gap = '['
  for (const row of rows) {
    yield gap
    yield JSON.stringify({ '': [canonically(row)] }, null, 2).slice('{\n  "": ['.length, -'\n  ]\n}'.length)
    gap = ','
  }
  yield rows.length === 0 ? '[]' : '\n  ]'
}
