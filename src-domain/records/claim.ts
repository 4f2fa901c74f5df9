import * as v from 'valibot'
import { AuthorSchema, ForeignSchema, IdSchema, TimeSchema, words, type RecordType } from './record'

/** How sure the analyst is of the basis of a judgement. */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const

/** A judgement in words of the project's yardstick (`vocabulary/yardsticks.ts`). Counterpoint never fills it in. */
export const JudgementSchema = v.looseObject({
  /** A term of a yardstick; empty for none. Terms of another yardstick are kept. */
  likelihood: words(60),
  confidence: v.picklist(['', ...CONFIDENCES]),
  basis: words(20_000),
})

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
  /** Whether the analyst took it as given or set it aside, whatever the map says; empty for neither. */
  standing: v.optional(v.picklist(['', 'given', 'aside'])),
  /** Why the analyst took it as given or set it aside. */
  standingNote: v.optional(words(20_000)),
  /** The analyst's own judgement, apart from the verdict of the map. */
  judgement: v.optional(JudgementSchema),
  /** Who made it; absent if not known. */
  by: v.optional(AuthorSchema),
  foreign: ForeignSchema,
})

export type Claim = v.InferOutput<typeof ClaimSchema>

export const claim: RecordType<'claims', typeof ClaimSchema> = {
  table: 'claims',
  schema: ClaimSchema,
  migrations: [],
}
