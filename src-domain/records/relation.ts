import * as v from 'valibot'
import type { RelationLook } from '../vocabulary/palette'
import { AuthorSchema, ForeignSchema, IdSchema, words, type RecordType } from './record'

export const RELATION_KINDS = ['support', 'attack', 'contradict'] as const

export type RelationKind = (typeof RELATION_KINDS)[number]

/** How strong a relation is, in the analyst's judgement; optional. */
export const STRENGTHS = ['weak', 'moderate', 'strong'] as const

export type Strength = (typeof STRENGTHS)[number]

/** The verb between premise and target, for each kind. */
export const RELATION_VERBS: Record<RelationKind, string> = {
  support: 'supports',
  attack: 'attacks',
  contradict: 'contradicts',
}

/**
 * A step of reasoning: premises that together support, attack or contradict a target. Several premises of one relation
 * are linked: none is enough without the others. An attack on a relation is an undercut. A contradiction is
 * symmetrical, so its target is always a claim.
 */
export const RelationSchema = v.looseObject({
  id: IdSchema,
  kind: v.picklist(RELATION_KINDS),
  premises: v.pipe(v.array(IdSchema), v.minLength(1)),
  targetType: v.picklist(['claim', 'relation']),
  target: IdSchema,
  note: words(200_000),
  /** Why the premises bear on the target (Toulmin's warrant). */
  warrant: v.optional(words(20_000), ''),
  /** The name of a scheme in `vocabulary/argumentation-schemes.ts`; empty for none. Unknown names are kept. */
  scheme: v.optional(words(60), ''),
  /** The analyst's answers to critical questions of the scheme, by the name of the question. */
  answers: v.optional(v.array(v.looseObject({ question: words(60), answer: words(20_000) })), []),
  strength: v.optional(v.picklist(['', ...STRENGTHS]), ''),
  /** Who made it; absent if not known. */
  by: v.optional(AuthorSchema),
  foreign: ForeignSchema,
})

export type Relation = v.InferOutput<typeof RelationSchema>

export const relation: RecordType<'relations', typeof RelationSchema> = {
  table: 'relations',
  schema: RelationSchema,
  migrations: [],
}

/** The look of a relation. An attack on a relation, which is an undercut, has its own. */
export const lookOf = ({ kind, targetType }: Pick<Relation, 'kind' | 'targetType'>): RelationLook =>
  kind === 'attack' && targetType === 'relation' ? 'undercut' : kind

/** The verb of a relation on screen. An attack on a relation "undercuts" it, a support "backs" it. */
export function relationWord(record: Relation): string {
  if (record.targetType === 'relation') return record.kind === 'attack' ? 'undercuts' : 'backs'
  return RELATION_VERBS[record.kind]
}
