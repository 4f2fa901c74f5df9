import * as v from 'valibot'
import { CoordinateSchema, IdSchema, OffsetSchema, words } from '../../records/record'
import { RELATION_KINDS } from '../../records/relation'
import type { Point } from '../../canvas/card'
import type { Env, Project } from '../../document/project'
import { claimAdd } from './add'
import { claimFromSelection } from './from-selection'
import { claimPlace } from './place'
import { command, type Outcome } from '../command'
import { positionNear } from '../shared/position'
import { relationAdd } from '../relation/add'
import { relationLink } from '../relation/edit'
import { compose } from '../shared/compose'

/** An existing claim, or the text or passage that a new claim is made of. */
const WhatSchema = v.union([
  v.object({ claim: IdSchema }),
  v.object({ text: words(20_000), category: IdSchema }),
  v.object({ source: IdSchema, start: OffsetSchema, end: OffsetSchema, category: IdSchema }),
])

const InputSchema = v.object({
  what: WhatSchema,
  map: IdSchema,
  at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  /** The kind of a new relation, or `premise` to add a linked premise to the target relation. */
  as: v.picklist([...RELATION_KINDS, 'premise']),
  targetType: v.picklist(['claim', 'relation']),
  target: IdSchema,
})

/** Places a claim that was dropped on, or typed for, a card or a relation, and links it, as one undo entry. */
export const claimPlaceLinked = command({
  name: 'claim.placeLinked',
  title: 'Put on the map and link',
  input: InputSchema,
  run(project, input, env) {
    let claim = ''
    const label = input.as === 'premise' ? 'link premise' : 'link claims'
    return compose(project, label, [
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

function onMap(project: Project, input: Input, env: Env): Outcome {
  const { what, map } = input
  const at = input.at ?? nearTarget(project, input)
  const where = { map, ...(at && { at }) }
  if ('claim' in what) return claimPlace.run(project, { claim: what.claim, ...where }, env)
  if ('text' in what) return claimAdd.run(project, { ...what, ...where }, env)
  return claimFromSelection.run(project, { ...what, ...where }, env)
}

/** Beside the other premises for a linked premise, else below the target. */
function nearTarget(project: Project, { what, map, as, targetType, target }: Input): Point | undefined {
  const text = textOf(project, what)
  if (targetType === 'claim') return positionNear(project, map, target, 'under', text)
  const premise = project.relations.get(target)?.premises[0]
  return premise === undefined
    ? undefined
    : positionNear(project, map, premise, as === 'premise' ? 'beside' : 'under', text)
}

function textOf(project: Project, what: Input['what']): string {
  if ('text' in what) return what.text
  if ('claim' in what) return project.claims.get(what.claim)?.text ?? ''
  return project.sources.get(what.source)?.text.slice(what.start, what.end) ?? ''
}

function linked(project: Project, { as, targetType, target }: Input, claim: string, env: Env): Outcome {
  if (as === 'premise') return relationLink.run(project, { relation: target, premise: claim }, env)
  return relationAdd.run(project, { kind: as, premises: [claim], targetType, target }, env)
}
