import * as v from 'valibot'
import { IdSchema, words } from '../../records/record'
import { RELATION_KINDS } from '../../records/relation'
import { command, refuse } from '../command'
import { bringIn, ownClaim } from '../shared/new-claim'
import { positionNear } from '../shared/position'
import { relationAdd } from '../relation/add'
import { compose } from '../shared/compose'

const LABELS = { support: 'add ground', attack: 'add objection', contradict: 'add rival' } as const

/** Adds a claim below a card as its premise: `Tab` for a ground, `Shift Tab` for an objection. */
export const claimAddPremise = command({
  name: 'claim.addUnder',
  title: 'Add claim under another',
  input: v.object({
    target: IdSchema,
    kind: v.picklist(RELATION_KINDS),
    map: IdSchema,
    text: words(20_000),
    category: v.optional(IdSchema),
  }),
  run(project, { target, kind, map, text, category }, env) {
    if (!project.claims.has(target)) return refuse('The claim is no longer in the project.')
    const premise = ownClaim(project, { text, category }, env)
    if ('refusal' in premise) return premise
    const { id } = premise.claim
    const at = positionNear(project, map, target, kind === 'contradict' ? 'rival' : 'under', text)
    return compose(
      project,
      LABELS[kind],
      [
        (now) => bringIn(now, premise, { map, at }, 'add claim', env),
        (now) => relationAdd.run(now, { kind, premises: [id], targetType: 'claim', target }, env),
      ],
      { type: 'claim', id },
    )
  },
})
