import * as v from 'valibot'
import { IdSchema, TimeSchema, words, type RecordType } from './record'

const Fields = v.record(v.string(), v.unknown())

/**
 * What two people did to one record, where a merge could not have both. It is here until the analyst decides; what it
 * names stays as it was.
 */
export const DisagreementSchema = v.looseObject({
  id: IdSchema,
  /** Both changed it differently; one removed it, and the other changed or used it; or two claims may be one. */
  kind: v.picklist(['changed', 'removed', 'same']),
  /** The table of the record; `about` for the project's title. */
  table: v.pipe(words(40), v.minLength(1)),
  record: IdSchema,
  /** Who removed it. */
  by: v.optional(v.picklist(['mine', 'theirs'])),
  /** The other claim, which may be the same. */
  other: v.optional(IdSchema),
  /** The fields that differ, as each side has them; of a removed record, all of them. */
  mine: Fields,
  theirs: Fields,
  made: TimeSchema,
})

export type DisagreementRecord = v.InferOutput<typeof DisagreementSchema>

export const disagreement: RecordType<'disagreements', typeof DisagreementSchema> = {
  table: 'disagreements',
  schema: DisagreementSchema,
  migrations: [],
}
