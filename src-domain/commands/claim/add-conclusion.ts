import * as v from 'valibot'
import { IdSchema, words } from '../../records/record'
import { RELATION_KINDS } from '../../records/relation'
import { command, refuse } from '../command'
import { bringIn, ownClaim } from '../shared/new-claim'
import { isOnMap, positionNear } from '../shared/position'
import { relationAdd } from '../relation/add'
import { compose, type CommandPart } from '../shared/compose'

/**
 * Links a claim to another one, which may be new, and places both on the map if they are not there: the target above
 * the premise, or beside it if the two contradict each other.
 */
export const claimAddConclusion = command({
  name: 'claim.addOver',
  title: 'Link claim to another on the map',
  input: v.object({
    premise: IdSchema,
    kind: v.picklist(RELATION_KINDS),
    map: IdSchema,
    what: v.union([
      v.object({ claim: IdSchema }),
      v.object({ text: words(20_000), category: v.optional(IdSchema) }),
    ]),
  }),
  run(project, { premise: id, kind, map, what }, env) {
    const premise = project.claims.get(id)
    const known = 'claim' in what ? project.claims.get(what.claim) : undefined
    if (!premise || ('claim' in what && !known)) return refuse('The claim is no longer in the project.')
    const conclusion = 'text' in what ? ownClaim(project, what, env) : { claim: known!, creation: [] }
    if ('refusal' in conclusion) return conclusion
    const target = conclusion.claim
    const bringTarget: CommandPart = (now) => {
      const at = positionNear(now, map, id, kind === 'contradict' ? 'rival' : 'over', target.text)
      return bringIn(now, conclusion, { map, at }, 'add claim', env)
    }
    const bringPremise: CommandPart = (now) => {
      const at = positionNear(now, map, target.id, kind === 'contradict' ? 'rival' : 'under', premise.text)
      return bringIn(now, { claim: premise, creation: [] }, { map, at }, 'add to map', env)
    }
    return compose(project, 'link claims', [
      bringTarget,
      ...(isOnMap(project, map, id) ? [] : [bringPremise]),
      (now) => relationAdd.run(now, { kind, premises: [id], targetType: 'claim', target: target.id }, env),
    ])
  },
})
