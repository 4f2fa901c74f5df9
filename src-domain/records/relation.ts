import * as v from 'valibot'
import { IdSchema, words, type RecordType } from './record'

export const RELATION_KINDS = ['support', 'attack', 'contradict'] as const

export type RelationKind = (typeof RELATION_KINDS)[number]

/** How much the step is taken to weigh; a relation may leave it open. */
export const STRENGTHS = ['weak', 'moderate', 'strong'] as const

export type Strength = (typeof STRENGTHS)[number]

/** The verb of each kind, as it stands between premise and target. */
export const RELATION_VERBS: Record<RelationKind, string> = {
  support: 'supports',
  attack: 'attacks',
  contradict: 'contradicts',
}

/**
 * A step of reasoning: premises that together support, attack or contradict a target. Two premises in one relation are
 * linked (neither carries the step alone); an attack whose target is a relation is an undercut. A contradiction is
 * symmetrical, so its target is always a claim.
 */
export const RelationSchema = v.looseObject({
  id: IdSchema,
  kind: v.picklist(RELATION_KINDS),
  premises: v.pipe(v.array(IdSchema), v.minLength(1)),
  targetType: v.picklist(['claim', 'relation']),
  target: IdSchema,
  note: words(200_000),
  /** Why the step holds: what makes the premises bear on the target. */
  warrant: v.optional(words(20_000), ''),
  /** A scheme of `graph/schemes.ts` by its name; empty for none. A name that is not there is kept. */
  scheme: v.optional(words(60), ''),
  /** What was answered to critical questions of the scheme, by the question's name. */
  answers: v.optional(v.array(v.looseObject({ question: words(60), answer: words(20_000) })), []),
  strength: v.optional(v.picklist(['', ...STRENGTHS]), ''),
})

export type Relation = v.InferOutput<typeof RelationSchema>

export const relation: RecordType<'relations', typeof RelationSchema> = {
  table: 'relations',
  schema: RelationSchema,
  migrations: [],
}

/** What the step is called on screen: an attack on a relation is an undercut, a support of one backs it. */
export function relationWord(record: Relation): string {
  if (record.targetType === 'relation') return record.kind === 'attack' ? 'undercuts' : 'backs'
  return RELATION_VERBS[record.kind]
}
