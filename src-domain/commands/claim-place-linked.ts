import * as v from 'valibot'
import { CoordinateSchema, IdSchema, OffsetSchema } from '../records/record'
import { RELATION_KINDS } from '../records/relation'
import type { Env, Project } from '../project'
import { claimFromSelection } from './claim-from-selection'
import { claimPlace } from './claim-place'
import { command, type Outcome } from './command'
import { relationAdd } from './relation-add'
import { relationLink } from './relation-edit'
import { together } from './together'

/** A claim that is there, or words of an article that become one. */
const WhatSchema = v.union([
  v.object({ claim: IdSchema }),
  v.object({ source: IdSchema, start: OffsetSchema, end: OffsetSchema, category: IdSchema }),
])

const InputSchema = v.object({
  what: WhatSchema,
  map: IdSchema,
  at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  /** `premise`: one more linked premise of the relation. */
  as: v.picklist([...RELATION_KINDS, 'premise']),
  targetType: v.picklist(['claim', 'relation']),
  target: IdSchema,
})

/** What was dropped on a card or a relation of a map: it is placed on the map and linked in one step. */
export const claimPlaceLinked = command({
  name: 'claim.placeLinked',
  title: 'Put on the map and link',
  input: InputSchema,
  run(project, input, env) {
    let claim = ''
    const label = input.as === 'premise' ? 'link premise' : 'link claims'
    return together(project, label, [
      (now) => {
        const outcome = onMap(now, input, env)
        if ('select' in outcome) claim = outcome.select?.id ?? ''
        return outcome
      },
      (now) => linked(now, input, claim, env),
    ])
  },
})

type Input = v.InferOutput<typeof InputSchema>

function onMap(project: Project, { what, map, at }: Input, env: Env): Outcome {
  const where = { map, ...(at && { at }) }
  return 'claim' in what
    ? claimPlace.run(project, { claim: what.claim, ...where }, env)
    : claimFromSelection.run(project, { ...what, ...where }, env)
}

function linked(project: Project, { as, targetType, target }: Input, claim: string, env: Env): Outcome {
  if (as === 'premise') return relationLink.run(project, { relation: target, premise: claim }, env)
  return relationAdd.run(project, { kind: as, premises: [claim], targetType, target }, env)
}
