import * as v from 'valibot'
import {
  AuthorSchema,
  ForeignSchema,
  IdSchema,
  OffsetSchema,
  renamed,
  words,
  type RecordType,
} from './record'

/** How the words of an excerpt were found in the current text of its source (P7). */
export const ANCHOR_STATES = ['exact', 'moved', 'edited', 'ambiguous', 'lost'] as const

export type AnchorState = (typeof ANCHOR_STATES)[number]

/** The longest passage that can be marked. UTF-16 units. */
export const PASSAGE_LIMIT = 1_000_000

/**
 * A span of one source that a claim rests on. `exact` has the author's words when the span was marked, `prefix` and
 * `suffix` the text around them. When the text of the source changes, these stay the same until the analyst reviews the
 * passage.
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
   * The digest of the text for which `anchor` was found by a comparison with an earlier version. A search in the new
   * text alone could decide otherwise: it would take similar words elsewhere for a passage that was deleted. As long as
   * the text has this digest, `reanchor` leaves the state alone.
   */
  judgedFor: v.optional(words(40)),
  /** How credible these words are (`vocabulary/grades.ts`); empty for the grade of the source. */
  credibility: v.optional(v.picklist(['', '1', '2', '3', '4', '5', '6'])),
  /** Who made it; absent if not known. */
  by: v.optional(AuthorSchema),
  foreign: ForeignSchema,
})

export type Excerpt = v.InferOutput<typeof ExcerptSchema>

export const excerpt: RecordType<'excerpts', typeof ExcerptSchema> = {
  table: 'excerpts',
  schema: ExcerptSchema,
  migrations: [
    {
      version: 2,
      name: 'rename judged to judgedFor',
      up: (record) => renamed(record, 'judged', 'judgedFor'),
    },
  ],
}

/** Whether the analyst should review the excerpt. */
export const needsReview = (record: Excerpt): boolean => record.anchor !== 'exact'
