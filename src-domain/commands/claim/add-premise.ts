import * as v from 'valibot'
import { inOrder } from '../../records/category'
import { IdSchema, words } from '../../records/record'
import { RELATION_KINDS } from '../../records/relation'
import { claimAdd } from './add'
import { command, refuse } from '../command'
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
    const of = category ?? inOrder(project.categories.values())[0]!.id
    const at = positionNear(project, map, target, 'under', text)
    let claim = ''
    return compose(project, LABELS[kind], [
      (now) => {
        const outcome = claimAdd.run(now, { text, category: of, map, ...(at && { at }) }, env)
        if ('select' in outcome) claim = outcome.select?.id ?? ''
        return outcome
      },
      (now) => relationAdd.run(now, { kind, premises: [claim], targetType: 'claim', target }, env),
      () => ({ patch: [], label: '', select: { type: 'claim', id: claim } }),
    ])
  },
})
