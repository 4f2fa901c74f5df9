import * as v from 'valibot'
import { IdSchema, words } from '../../records/record'
import { RELATION_KINDS } from '../../records/relation'
import { command, refuse } from '../command'
import { bringIn, ownClaim } from '../shared/new-claim'
import { positionNear } from '../shared/position'
import { relationAdd } from '../relation/add'
import { compose } from '../shared/compose'

/** Adds a claim as the target of another, above its card, or beside it if the two contradict each other. */
export const claimAddConclusion = command({
  name: 'claim.addOver',
  title: 'Add claim that another bears on',
  input: v.object({
    premise: IdSchema,
    kind: v.picklist(RELATION_KINDS),
    map: IdSchema,
    text: words(20_000),
    category: v.optional(IdSchema),
  }),
  run(project, { premise, kind, map, text, category }, env) {
    if (!project.claims.has(premise)) return refuse('The claim is no longer in the project.')
    const conclusion = ownClaim(project, { text, category }, env)
    if ('refusal' in conclusion) return conclusion
    const target = conclusion.claim.id
    const at = positionNear(project, map, premise, kind === 'contradict' ? 'beside' : 'over', text)
    return compose(project, 'link claims', [
      (now) => bringIn(now, conclusion, { map, at }, 'add claim', env),
      (now) => relationAdd.run(now, { kind, premises: [premise], targetType: 'claim', target }, env),
    ])
  },
})
