import type { Env } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Author } from '../../records/record'
import type { Relation } from '../../records/relation'

/** The field that says who made a record, if it is known. */
export const madeBy = ({ by }: Env): { by?: Author } => (by ? { by } : {})

/** A new claim with a wording and a category. */
export const newClaim = (fields: Pick<Claim, 'text' | 'category'>, env: Env): Claim => ({
  id: env.newId(),
  text: fields.text,
  category: fields.category,
  note: '',
  tags: [],
  created: env.now(),
  unstated: false,
  ...madeBy(env),
})

/** A new relation without warrant, scheme, strength or note. */
export const newRelation = (
  { kind, premises, targetType, target }: Pick<Relation, 'kind' | 'premises' | 'targetType' | 'target'>,
  env: Env,
): Relation => ({
  id: env.newId(),
  kind,
  premises,
  targetType,
  target,
  note: '',
  warrant: '',
  scheme: '',
  answers: [],
  strength: '',
  ...madeBy(env),
})
