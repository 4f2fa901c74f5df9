import { VERSION } from './project'
import type { Migration } from '../records/record'
import { RECORD_TYPES } from '../records/registry'

/** A table and the steps that its records have taken. */
interface Steps {
  readonly table: string
  readonly migrations: readonly Migration[]
}

/**
 * The file's content raised to this version step by step, or undefined for a version that never was. The input is left
 * as it is.
 * @param types what to migrate; only tests give another than the registry's
 */
export function migrate(
  file: Record<string, unknown>,
  version: number,
  types: readonly Steps[] = RECORD_TYPES,
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
