import * as v from 'valibot'
import { IdSchema, OffsetSchema, words, type RecordType } from './record'

/** How sure it is that an excerpt stands where it says (P7). */
export const ANCHOR_STATES = ['exact', 'moved', 'edited', 'ambiguous', 'lost'] as const

export type AnchorState = (typeof ANCHOR_STATES)[number]

/** Longer passages are refused. UTF-16 units. */
export const PASSAGE_LIMIT = 1_000_000

/**
 * A span of one source that a claim rests on. `exact` is what the author wrote there when it was marked, `prefix` and
 * `suffix` what stood around it; they are never changed to fit a text that has changed, unless the analyst has looked
 * at the passage and takes it as it stands now.
 */
export const ExcerptSchema = v.looseObject({
  id: IdSchema,
  claim: IdSchema,
  source: IdSchema,
  start: OffsetSchema,
  end: OffsetSchema,
  exact: v.pipe(words(PASSAGE_LIMIT), v.minLength(1)),
  prefix: words(200),
  suffix: words(200),
  anchor: v.picklist(ANCHOR_STATES),
  /**
   * The digest of the text in which a comparison with an earlier version found `anchor`, where the text alone would not
   * tell: a look-alike elsewhere is no sign for who knows that the passage was taken out.
   */
  judged: v.optional(words(40)),
})

export type Excerpt = v.InferOutput<typeof ExcerptSchema>

export const excerpt: RecordType<'excerpts', typeof ExcerptSchema> = {
  table: 'excerpts',
  schema: ExcerptSchema,
  migrations: [],
}

/** An anchor that somebody should look at. */
export const needsReview = (record: Excerpt): boolean => record.anchor !== 'exact'
