import * as v from 'valibot'

/** Ids are opaque: never parsed, never shown. */
export const IdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** ISO 8601 in UTC, to the millisecond or coarser. */
export const TimeSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/, 'not a UTC time'),
)

/** UTF-16 code units into a source's canonical text. */
export const OffsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The largest coordinate of a card. Map pixels. */
export const COORDINATE_LIMIT = 1e7

/** Map pixels; x to the right, y down. Whole numbers keep the file diffable. */
export const CoordinateSchema = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-COORDINATE_LIMIT),
  v.maxValue(COORDINATE_LIMIT),
  v.transform(Math.round),
)

/**
 * A schema for text. Lone surrogates cannot be written as UTF-8, so they become U+FFFD, the replacement character.
 * @param maximum UTF-16 units
 */
export const words = (maximum: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maximum),
    v.transform((text) => (text.isWellFormed() ? text : text.toWellFormed())),
  )

/** UTF-16 units of the id of an element in a file of another program. */
export const FOREIGN_ID_LIMIT = 1000

/** The elements of files of other programs that a record stands for. A record that did not come from one has none. */
export const ForeignSchema = v.optional(
  v.array(
    v.looseObject({
      /** The id of the origin. */
      origin: IdSchema,
      /** The id of the element in that file, as text; empty for the file itself. */
      id: words(FOREIGN_ID_LIMIT),
      /** The number of the record, from 2, where one element became several records of a table. */
      part: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(2))),
    }),
  ),
)

export type Foreign = NonNullable<v.InferOutput<typeof ForeignSchema>>[number]

/** The longest initials of an analyst. UTF-16 units. */
export const INITIALS_LIMIT = 20

/** Who made a record: the initials that are shown, and an id, because two people can have the same initials. */
export const AuthorSchema = v.looseObject({
  id: IdSchema,
  initials: v.pipe(words(INITIALS_LIMIT), v.minLength(1)),
})

export type Author = v.InferOutput<typeof AuthorSchema>

/** Converts a record to the next version. `version` is the version of the project format that it leads to. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (record: Record<string, unknown>) => Record<string, unknown>
}

/** A record with one field under another name, for migrations. A record without the field stays as it is. */
export function renamed(record: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  const { [from]: value, ...rest } = record
  return value === undefined ? rest : { ...rest, [to]: value }
}

/** Whether a value of a file is an object, so that it can be migrated. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each file in `records/` declares: the table, the schema of a record, and the migrations of older records. */
export interface RecordType<Table extends string, Schema extends v.GenericSchema> {
  readonly table: Table
  readonly schema: Schema
  readonly migrations: readonly Migration[]
}
