import type { Env } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Relation } from '../../records/relation'

/** A claim with nothing said of it yet but its wording and category. */
export const newClaim = (fields: Pick<Claim, 'text' | 'category'>, env: Env): Claim => ({
  id: env.newId(),
  text: fields.text,
  category: fields.category,
  note: '',
  tags: [],
  created: env.now(),
  unstated: false,
})

/** A step with nothing said of it yet but what it links and how. */
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
})
