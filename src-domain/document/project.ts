import * as v from 'valibot'
import { FIRST_CATEGORIES } from '../records/category'
import { IdSchema, TimeSchema, words, type Author } from '../records/record'
import type { Records, TableName } from '../records/registry'
import { YARDSTICK_NAMES } from '../vocabulary/yardsticks'
import { LineageSchema } from './lineage-schema'

export const FORMAT = 'counterpoint'
/** The version of the project format that this code writes. */
export const VERSION = 2

/** The highest revision that is read. No change may lead beyond it: its file could not be opened. */
export const LAST_REVISION = 2 ** 52

/** The fields of the project file that are not tables. */
export const AboutSchema = v.looseObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  id: IdSchema,
  title: v.pipe(words(300), v.minLength(1)),
  /** The yardstick whose words of probability judgements use; absent or empty if none is chosen. */
  yardstick: v.optional(v.picklist(['', ...YARDSTICK_NAMES])),
  created: TimeSchema,
  modified: TimeSchema,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_REVISION)),
  lineage: LineageSchema,
})

export type About = v.InferOutput<typeof AboutSchema>

export type Table<Row> = ReadonlyMap<string, Row>
export type Tables = { readonly [Name in TableName]: Table<Records[Name]> }

/** The document. It is immutable: a patch makes a new project, which shares the unchanged tables and records. */
export interface Project extends Tables {
  readonly about: About
}

/** Ids and times for commands, which are pure functions. */
export interface Env {
  /** A new, unique id. */
  newId(): string
  /** The current time, ISO 8601 UTC. */
  now(): string
  /** Who works here, for the records that are made; absent if nobody is named. */
  readonly by?: Author | undefined
}

const tableOf = <Row extends { id: string }>(rows: readonly Row[]): Table<Row> =>
  new Map(rows.map((row) => [row.id, row]))

/** A new project with five categories and an empty map. */
export function newProject(title: string, env: Env): Project {
  const now = env.now()
  const about: About = {
    format: FORMAT,
    version: VERSION,
    id: env.newId(),
    title,
    created: now,
    modified: now,
    revision: 0,
  }
  return {
    about,
    categories: tableOf(FIRST_CATEGORIES),
    sources: new Map(),
    claims: new Map(),
    excerpts: new Map(),
    relations: new Map(),
    maps: tableOf([{ id: env.newId(), name: 'Map 1', created: now, steps: [], caveat: '' }]),
    groups: new Map(),
    placements: new Map(),
    matrices: new Map(),
    rows: new Map(),
    cells: new Map(),
    scenarios: new Map(),
    origins: new Map(),
    disagreements: new Map(),
    ties: new Map(),
  }
}
