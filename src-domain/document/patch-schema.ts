import * as v from 'valibot'
import { findUnsafeJson } from '../safety/unsafe-json'
import type { Patch } from './patch'
import { isUnknownTable } from './unknown-tables'
import { IdSchema, words } from '../records/record'
import { RECORD_TYPES } from '../records/registry'
import { YARDSTICK_NAMES } from '../vocabulary/yardsticks'

const AboutFieldsSchema = v.object({
  title: v.pipe(words(300), v.minLength(1)),
  yardstick: v.optional(v.picklist(['', ...YARDSTICK_NAMES])),
  tables: v.optional(
    v.record(
      v.pipe(words(100), v.check(isUnknownTable, 'the table is one of the project’s own')),
      v.nullable(v.array(v.unknown())),
    ),
  ),
})
const AboutChangeSchema = v.pipe(
  v.object({ table: v.literal('about'), id: IdSchema, from: AboutFieldsSchema, to: AboutFieldsSchema }),
  v.check(
    ({ from, to }) => (from.yardstick === undefined) === (to.yardstick === undefined),
    'the yardstick is on one side only',
  ),
  v.check(
    ({ from, to }) => Object.keys(from.tables ?? {}).join('\n') === Object.keys(to.tables ?? {}).join('\n'),
    'a table is on one side only',
  ),
)

const changeOf = (type: (typeof RECORD_TYPES)[number]) => {
  const side = v.nullable(type.schema as v.GenericSchema<{ id: string }>)
  const change = v.object({ table: v.literal(type.table), id: IdSchema, from: side, to: side })
  return v.pipe(
    change,
    v.check(
      ({ id, from, to }) => (from?.id ?? id) === id && (to?.id ?? id) === id,
      'the id is another record’s',
    ),
  )
}

const ChangeSchema = v.union([AboutChangeSchema, ...RECORD_TYPES.map(changeOf)])

/**
 * Checks a patch that comes from the page or from a file: each record fits the schema of its table, no record occurs
 * twice, and no key or depth would make `load` refuse the file afterwards (P8).
 */
export const PatchSchema = v.pipe(
  v.unknown(),
  v.check(
    (patch) => findUnsafeJson(patch) === undefined,
    'the patch has a key or a depth that no record may have',
  ),
  v.array(ChangeSchema),
  v.check(
    (patch) => new Set(patch.map(({ table, id }) => `${table} ${id}`)).size === patch.length,
    'a record is changed twice',
  ),
) as unknown as v.GenericSchema<unknown, Patch>
