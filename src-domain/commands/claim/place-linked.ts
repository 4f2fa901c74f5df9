import * as v from 'valibot'
import { CoordinateSchema, IdSchema, OffsetSchema, words } from '../../records/record'
import { RELATION_KINDS } from '../../records/relation'
import type { Point } from '../../canvas/card'
import type { Env, Project } from '../../document/project'
import { command, refuse, type Outcome, type Refusal } from '../command'
import { bringIn, markedClaim, ownClaim, type Subject } from '../shared/new-claim'
import { isOnMap, positionNear } from '../shared/position'
import { relationAdd } from '../relation/add'
import { relationLink } from '../relation/edit'
import { compose } from '../shared/compose'

/** An existing claim, or the text or passage that a new claim is made of. */
const WhatSchema = v.union([
  v.object({ claim: IdSchema }),
  v.object({ text: words(20_000), category: v.optional(IdSchema) }),
  v.object({ source: IdSchema, start: OffsetSchema, end: OffsetSchema, category: v.optional(IdSchema) }),
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
  title: 'Add to the map and link',
  input: InputSchema,
  run(project, input, env) {
    const subject = subjectOf(project, input.what, env)
    if ('refusal' in subject) return subject
    const at = input.at ?? nearTarget(project, input, subject.claim.text)
    const { id } = subject.claim
    return compose(
      project,
      input.as === 'premise' ? 'link premise' : 'link claims',
      [
        (now) => bringIn(now, subject, { map: input.map, at }, 'add to map', env),
        (now) => linked(now, input, id, env),
      ],
      // Between two cards that were there, what is new is the relation.
      isOnMap(project, input.map, id) ? undefined : { type: 'claim', id },
    )
  },
})

type Input = v.InferOutput<typeof InputSchema>

function subjectOf(project: Project, what: Input['what'], env: Env): Subject | Refusal {
  if ('text' in what) return ownClaim(project, what, env)
  if ('source' in what) return markedClaim(project, what, env)
  const claim = project.claims.get(what.claim)
  return claim ? { claim, creation: [] } : refuse('The claim is no longer in the project.')
}

/** Below the other premise for a linked premise or an undercut, else under the target. */
function nearTarget(
  project: Project,
  { map, as, targetType, target }: Input,
  text: string,
): Point | undefined {
  if (targetType === 'claim')
    return positionNear(project, map, target, as === 'contradict' ? 'rival' : 'under', text)
  const premise = project.relations.get(target)?.premises.findLast((id) => isOnMap(project, map, id))
  return premise === undefined
    ? undefined
    : positionNear(project, map, premise, as === 'premise' ? 'linked' : 'undercut', text)
}

function linked(project: Project, { as, targetType, target }: Input, claim: string, env: Env): Outcome {
  if (as === 'premise') return relationLink.run(project, { relation: target, premise: claim }, env)
  return relationAdd.run(project, { kind: as, premises: [claim], targetType, target }, env)
}
