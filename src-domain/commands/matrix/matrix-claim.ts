import * as v from 'valibot'
import type { Point } from '../../canvas/card'
import type { Env, Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import { IdSchema, words } from '../../records/record'
import { refuse, type Refusal } from '../command'
import { ownClaim, type Subject } from '../shared/new-claim'
import { isOnMap, positionNear } from '../shared/position'

/** Where the card of a new claim is put on a map: near the first of these claims that has one there. */
export function placeNear(
  project: Project,
  map: string | undefined,
  claims: readonly string[],
  side: 'under' | 'rival',
  { text }: Pick<Claim, 'text'>,
): { map?: string | undefined; at?: Point | undefined } {
  if (map === undefined || !project.maps.has(map)) return { map }
  const near = claims.find((claim) => isOnMap(project, map, claim))
  return { map, at: near === undefined ? undefined : positionNear(project, map, near, side, text) }
}

/** A claim that comes into a matrix: one of the project, or a new one of the analyst's own. */
export const WhatSchema = v.union([
  v.object({ claim: IdSchema }),
  v.object({ text: words(20_000), category: v.optional(IdSchema) }),
])

/**
 * The claim that comes into a matrix. A new one is of the category for hypotheses or for evidence, where the project has
 * that.
 */
export function claimFor(
  project: Project,
  what: v.InferOutput<typeof WhatSchema>,
  as: 'hypothesis' | 'evidence',
  env: Env,
): Subject | Refusal {
  if ('claim' in what) {
    const claim = project.claims.get(what.claim)
    return claim
      ? { claim, creation: [] }
      : refuse('The claim is no longer in the project. Nothing was added.')
  }
  const category = what.category ?? (project.categories.has(as) ? as : undefined)
  return ownClaim(project, { text: what.text, category }, env)
}
