import * as v from 'valibot'
import { FOREIGN_ID_LIMIT, IdSchema, TimeSchema, words, type RecordType } from './record'

/** UTF-16 units: as much as a source may have. */
const CONTENT_LIMIT = 21_000_000

/** What an import did not keep in records: a sentence, how often, and for programs the type and the ids in the file. */
export const LossSchema = v.looseObject({
  what: words(500),
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Such as `node:YA`, `edge:dangling` or `span`. */
  type: v.optional(words(100)),
  /** Left out where there are more than a thousand. */
  ids: v.optional(v.array(words(FOREIGN_ID_LIMIT))),
})

export type Loss = v.InferOutput<typeof LossSchema>

/**
 * A file of another program from which records came (see `foreign`). With its content the same format can be written
 * again without loss of what no record can say.
 */
export const OriginSchema = v.looseObject({
  id: IdSchema,
  /** The import format, with its dialect: `aif/ova3`. */
  format: v.pipe(words(40), v.minLength(1)),
  fileName: words(1000),
  added: TimeSchema,
  /** The decoded text of the file; of an archive, its texts as JSON by path. */
  content: words(CONTENT_LIMIT),
  report: v.array(LossSchema),
  /** What the user decided where the format leaves it open, so that the file is read again in the same way. */
  choices: v.optional(v.record(words(40), words(40))),
})

export type Origin = v.InferOutput<typeof OriginSchema>

export const origin: RecordType<'origins', typeof OriginSchema> = {
  table: 'origins',
  schema: OriginSchema,
  migrations: [],
}
