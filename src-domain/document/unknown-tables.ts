import { isObject } from '../records/record'
import { TABLE_NAMES } from '../records/registry'
import type { UnknownTables } from './about'
import { CHECKSUM } from './checksum'
import { AboutSchema, type About } from './project'

/** Whether a field of the file is neither a table nor a field of this version. */
export const isUnknownTable = (name: string): boolean =>
  !(name in AboutSchema.entries) && name !== CHECKSUM && !(TABLE_NAMES as readonly string[]).includes(name)

/** The tables of a later Counterpoint or another program, by name. */
export const unknownTablesIn = (about: About): [string, readonly unknown[]][] =>
  Object.entries(about).flatMap(([name, rows]): [string, readonly unknown[]][] =>
    Array.isArray(rows) && rows.length > 0 && isUnknownTable(name) ? [[name, rows as unknown[]]] : [],
  )

/**
 * The unknown tables of a project after another was merged into it: one that it lacks as a whole, of one that it has the
 * records whose ids it lacks. Undefined if none changes. What their records point to is not known, so it is not changed.
 */
export function withTablesOf(here: About, other: About): UnknownTables | undefined {
  const changed = unknownTablesIn(other).flatMap(([name, rows]): [string, readonly unknown[]][] => {
    const own: unknown = here[name]
    if (own === undefined) return [[name, rows]]
    if (!Array.isArray(own)) return []
    const ids = new Set(own.map(idOf))
    const added = rows.filter((row) => idOf(row) !== undefined && !ids.has(idOf(row)))
    return added.length > 0 ? [[name, [...(own as unknown[]), ...added]]] : []
  })
  return changed.length > 0 ? Object.fromEntries(changed) : undefined
}

const idOf = (row: unknown): unknown => (isObject(row) ? row['id'] : undefined)
