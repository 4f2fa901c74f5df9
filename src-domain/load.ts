import * as v from 'valibot'
import { reanchorAll } from './anchoring/reanchor'
import { findHostile } from './hostile'
import { brokenRules } from './integrity'
import { migrate } from './migrate'
import { AboutSchema, FORMAT, VERSION, type About, type Project } from './project'
import { RECORD_TYPES, TABLE_NAMES, type TableName } from './records/registry'

/** Why a file could not be opened. */
export type LoadFailure = 'empty' | 'not-json' | 'not-a-project' | 'newer' | 'damaged'

export type Loaded =
  | { readonly ok: true; readonly project: Project; readonly migratedFrom?: number }
  | { readonly ok: false; readonly failure: LoadFailure; readonly message: string }

const failed = (failure: LoadFailure, message: string): Loaded => ({ ok: false, failure, message })

/** The project in the text of a file, or why there is none, in words. Never throws (P4). */
export function load(text: string): Loaded {
  if (text.trim() === '') return failed('empty', 'The file is empty.')
  let file: unknown
  try {
    file = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return /^\s*\{/.test(text) && text.includes(`"${FORMAT}"`)
      ? failed('not-json', 'The file is cut short or damaged: its JSON does not end as it should.')
      : failed('not-json', 'The file is not a Counterpoint project: it is not JSON.')
  }
  const hostile = findHostile(file)
  if (hostile) return failed('damaged', `The file is refused: ${hostile}.`)
  if (!isObject(file) || file['format'] !== FORMAT || typeof file['version'] !== 'number') {
    return failed('not-a-project', 'The file is JSON, but not a Counterpoint project.')
  }
  const version = file['version']
  if (version > VERSION) {
    return failed(
      'newer',
      `The file was written by a newer Counterpoint (file version ${version}; this one reads up to ${VERSION}). Update Counterpoint to open it.`,
    )
  }
  const migrated = migrate(file, version)
  if (!migrated) return failed('not-a-project', `The file says version ${version}, which never was.`)
  const read = readTables(migrated)
  if (read.ok && version !== VERSION) return { ...read, migratedFrom: version }
  return read
}

function readTables(file: Record<string, unknown>): Loaded {
  const fields = Object.entries(file).filter(([key]) => !TABLE_NAMES.includes(key as TableName))
  const about = v.safeParse(AboutSchema, Object.fromEntries(fields))
  if (!about.success) return failed('damaged', `The file is damaged: ${firstIssue(about.issues)}.`)
  const tables: Partial<Record<TableName, ReadonlyMap<string, unknown>>> = {}
  for (const { table, schema } of RECORD_TYPES) {
    const rows = v.safeParse(v.array(schema as v.GenericSchema<{ id: string }>), file[table] ?? [])
    if (!rows.success)
      return failed('damaged', `The file is damaged in ${table}: ${firstIssue(rows.issues)}.`)
    tables[table] = new Map(rows.output.map((row) => [row.id, row]))
    if (tables[table].size !== rows.output.length) {
      return failed('damaged', `The file is damaged in ${table}: two records have the same id.`)
    }
  }
  // The file may have been edited by other hands: a passage that no longer matches is shown as such, not refused.
  const project = reanchorAll({ ...tables, about: about.output as About } as Project)
  const broken = brokenRules(project)
  return broken[0]
    ? failed('damaged', `The file does not hold together: ${broken[0]}.`)
    : { ok: true, project }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function firstIssue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issues[0])
  return `${path ?? 'the record'}: ${issues[0].message}`
}
