import * as v from 'valibot'
import { ForeignSchema, IdSchema, TimeSchema, words, type RecordType } from './record'

/** What can be said of two sources. */
export const TIE_KINDS = ['independent', 'one', 'cites'] as const

/**
 * What the analyst says of two sources: that they are independent although they share text, that they count as one, or
 * that the first cites the second.
 */
export const TieSchema = v.looseObject({
  id: IdSchema,
  kind: v.picklist(TIE_KINDS),
  source: IdSchema,
  other: IdSchema,
  reason: v.optional(words(20_000), ''),
  made: TimeSchema,
  foreign: ForeignSchema,
})

export type Tie = v.InferOutput<typeof TieSchema>
export type TieKind = Tie['kind']

export const tie: RecordType<'ties', typeof TieSchema> = {
  table: 'ties',
  schema: TieSchema,
  migrations: [],
}
