import { VERSION } from './project'
import { isObject, type Migration } from '../records/record'
import { RECORD_TYPES } from '../records/registry'

/** A table and the migrations of its records. */
interface MigratedTable {
  readonly table: string
  readonly migrations: readonly Migration[]
}

/**
 * Migrates the content of a file to the current version. Does not change the input.
 * @param version the version of the file
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
  const migrated: Record<string, unknown> = { ...file, version: target }
  for (const { table, migrations } of types) {
    const rows = file[table]
    if (Array.isArray(rows)) migrated[table] = rows.map((row) => upgrade(row, migrations, version, target))
  }
  return migrated
}

/**
 * Migrates the patch of an accepted change that a journal of an older version holds. What is not a patch stays as it is:
 * its schema refuses it.
 * @param version the version of the journal
 */
export function migrateAccepted(accepted: unknown, version: number): unknown {
  if (version >= VERSION || !isObject(accepted) || !Array.isArray(accepted['patch'])) return accepted
  const patch = accepted['patch'].map((change: unknown) => {
    if (!isObject(change)) return change
    const type = RECORD_TYPES.find(({ table }) => table === change['table'])
    if (!type) return change
    const side = (record: unknown) => upgrade(record, type.migrations, version, VERSION)
    return { ...change, from: side(change['from']), to: side(change['to']) }
  })
  return { ...accepted, patch }
}

/** A record of one version as a record of another. A value that is not an object stays as it is. */
function upgrade(
  record: unknown,
  migrations: readonly Migration[],
  version: number,
  target: number,
): unknown {
  if (!isObject(record)) return record
  return migrations
    .filter((each) => each.version > version && each.version <= target)
    .sort((a, b) => a.version - b.version)
    .reduce((current, { up }) => up({ ...current }), record)
}
