import { VERSION } from './project'
import type { Migration } from '../records/record'
import { RECORD_TYPES } from '../records/registry'

/** A table and the migrations of its records. */
interface MigratedTable {
  readonly table: string
  readonly migrations: readonly Migration[]
}

/**
 * Migrates the content of a file to the current version, one version at a time. Does not change the input.
 * @param types the tables with their migrations; only tests give others than the registry's
 * @returns undefined for a version that never existed
 */
export function migrate(
  file: Record<string, unknown>,
  version: number,
  types: readonly MigratedTable[] = RECORD_TYPES,
  target: number = VERSION,
): Record<string, unknown> | undefined {
  if (!Number.isInteger(version) || version < 1) return undefined
  let current = file
  for (let next = version + 1; next <= target; next++) {
    current = { ...current, version: next }
    for (const { table, migrations } of types) {
      for (const { up } of migrations.filter((migration) => migration.version === next)) {
        const rows = current[table]
        if (Array.isArray(rows)) current[table] = rows.map((row) => (isObject(row) ? up({ ...row }) : row))
      }
    }
  }
  return current
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
