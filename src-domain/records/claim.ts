import * as v from 'valibot'
import { IdSchema, TimeSchema, words, type RecordType } from './record'

/** A statement in the analyst's words. The author's words are in its excerpts. */
export const ClaimSchema = v.looseObject({
  id: IdSchema,
  text: v.pipe(words(20_000), v.minLength(1)),
  category: IdSchema,
  note: words(200_000),
  tags: v.array(v.pipe(words(100), v.minLength(1))),
  created: TimeSchema,
  /** Whether it is a premise that the author left unsaid and the analyst supplies; drawn dashed. */
  unstated: v.optional(v.boolean(), false),
})

export type Claim = v.InferOutput<typeof ClaimSchema>

export const claim: RecordType<'claims', typeof ClaimSchema> = {
  table: 'claims',
  schema: ClaimSchema,
  migrations: [],
}
