import * as v from 'valibot'
import { reanchorAll } from '../anchoring/reanchor'
import { findUnsafeJson } from '../safety/unsafe-json'
import { inexactInteger } from '../safety/inexact-integer'
import { CHECKSUM } from './checksum'
import { brokenRules } from './integrity'
import { withMendedMatrices } from './mend-matrices'
import { migrate } from './migrate'
import { withoutLostOrigins } from './origins'
import { withoutLostTies } from './ties'
import { AboutSchema, FORMAT, VERSION, type About, type Project } from './project'
import { RECORD_TYPES, TABLE_NAMES, type TableName } from '../records/registry'

/** Why a file could not be opened. */
export type LoadFailure = 'empty' | 'not-json' | 'not-a-project' | 'newer' | 'damaged'

export type Loaded =
  | { readonly ok: true; readonly project: Project; readonly migratedFrom?: number }
  | { readonly ok: false; readonly failure: LoadFailure; readonly message: string }

const failed = (failure: LoadFailure, message: string): Extract<Loaded, { ok: false }> => ({
  ok: false,
  failure,
  message,
})

/** The content of a file before anchors are updated and the rules between records are checked. */
export type Parsed =
  { readonly ok: true; readonly project: Project; readonly version: number } | Extract<Loaded, { ok: false }>

/** Reads a project from the text of its file: migrates it, checks it and updates the anchors. Never throws (P4). */
export function load(text: string): Loaded {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  if (parsed.version > VERSION) return newer(parsed.version)
  const held = settle(parsed.project)
  return held.ok && parsed.version < VERSION ? { ...held, migratedFrom: parsed.version } : held
}

/**
 * Reads a project from the text that the host gave of an open one: its anchors are up to date and its rules are kept, and
 * both sides must have the same records. Never throws (P4).
 */
export function loadOpened(text: string): Loaded {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  return parsed.version > VERSION ? newer(parsed.version) : { ok: true, project: parsed.project }
}

/**
 * Reads the records from the text of a project file and checks each against its schema, but not how they fit together.
 * A file of a newer version is read as if it were of this one; the result must not be saved. Never throws (P4).
 */
export function parse(text: string): Parsed {
  if (text.trim() === '') return failed('empty', 'The file is empty.')
  let file: unknown
  try {
    file = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return /^\s*\{/.test(text) && text.includes(`"${FORMAT}"`)
      ? failed('not-json', 'The file is damaged: its JSON is incomplete.')
      : failed('not-json', 'The file is not a Counterpoint project: it is not JSON.')
  }
  return parseJson(file, inexactInteger(text))
}

/**
 * The same for a file that was read as JSON already.
 * @param inexact a number in it that would be changed, as `inexactInteger` finds it
 */
export function parseJson(file: unknown, inexact: string | undefined): Parsed {
  const hostile = findUnsafeJson(file)
  if (hostile) return failed('damaged', `The file was refused: ${hostile}.`)
  if (inexact !== undefined)
    return failed(
      'damaged',
      `The file was refused: its number ${shortened(inexact)} has too many digits and cannot be kept. Write it as text.`,
    )
  if (!isObject(file) || file['format'] !== FORMAT || typeof file['version'] !== 'number') {
    return failed('not-a-project', 'The file is JSON, but not a Counterpoint project.')
  }
  const version = file['version']
  if (version > VERSION) {
    const read = readTables({ ...file, version: VERSION })
    return read.ok ? { ...read, version } : newer(version)
  }
  const migrated = migrate(file, version)
  if (!migrated) return failed('not-a-project', `The file has version ${version}, which does not exist.`)
  const read = readTables(migrated)
  return read.ok ? { ...read, version } : read
}

/**
 * Updates the anchors of all excerpts and checks the rules between records. A passage that no longer matches its
 * source, as in a file edited by another program, gets another anchor state; rows and cells of matrices whose claims are
 * gone, and names of origins that are gone, are left out; only a broken rule is a failure.
 */
export function settle(project: Project): Loaded {
  const settled = withMendedMatrices(withoutLostTies(withoutLostOrigins(reanchorAll(project))))
  const broken = brokenRules(settled)
  return broken[0] ? failed('damaged', `The file is damaged: ${broken[0]}.`) : { ok: true, project: settled }
}

const newer = (version: number): Extract<Loaded, { ok: false }> =>
  failed(
    'newer',
    `The file was written by a newer Counterpoint (file version ${version}; this one reads up to ${VERSION}). Update Counterpoint to open it.`,
  )

function readTables(
  file: Record<string, unknown>,
): { ok: true; project: Project } | Extract<Loaded, { ok: false }> {
  const fields = Object.entries(file).filter(
    ([key]) => key !== CHECKSUM && !TABLE_NAMES.includes(key as TableName),
  )
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
  return { ok: true, project: { ...tables, about: about.output as About } as Project }
}

/** Its first thirty digits. */
const shortened = (number: string): string => (number.length > 30 ? `${number.slice(0, 30)}…` : number)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function firstIssue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issues[0])
  return `${path ?? 'the record'}: ${issues[0].message}`
}
