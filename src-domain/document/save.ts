import { canonical } from './canonical'
import { AboutSchema, type Project } from './project'
import { RECORD_TYPES } from '../records/registry'

/**
 * Serialises a project as the text of its file: keys in schema order, tables sorted by id, an indent of two spaces, and
 * a newline at the end. Two projects with the same content give the same bytes.
 */
export function save(project: Project): string {
  const about = canonical(AboutSchema, project.about) as Record<string, unknown>
  const file: Record<string, unknown> = {}
  // The lineage is long and nobody reads it, so it is after the tables.
  for (const key of Object.keys(AboutSchema.entries)) if (key !== 'lineage') file[key] = about[key]
  for (const { table, schema } of RECORD_TYPES) {
    const rows = [...project[table].values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    file[table] = rows.map((row) => canonical(schema, row))
  }
  for (const key of Object.keys(about)) if (!Object.hasOwn(file, key)) file[key] = about[key]
  return JSON.stringify(file, null, 2) + '\n'
}
