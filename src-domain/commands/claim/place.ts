import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { CoordinateSchema, IdSchema } from '../../records/record'
import { command, refuse } from '../command'
import { compose } from '../shared/compose'
import { bringIn } from '../shared/new-claim'
import { isOnMap } from '../shared/position'

/** Places the selected claims on the open map: `M`. One claim can be on several maps. */
export const claimPlace = command({
  name: 'claim.place',
  title: 'Add claims to the map',
  menu: 'Claim',
  keys: ['m'],
  context: { on: ['claim', 'passage'], title: 'Add to map' },
  input: v.object({
    claims: v.pipe(v.array(IdSchema), v.minLength(1)),
    map: IdSchema,
    at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  }),
  from(context) {
    const { project, map, mapCentre, passage } = context
    if (map === undefined || passage) return undefined
    const claims = context.claims.filter((claim) => !isOnMap(project, map, claim))
    return claims.length > 0 ? { claims, map, ...(mapCentre && { at: mapCentre }) } : undefined
  },
  run(project, { claims, map, at }, env) {
    const there = claims.flatMap((id) => project.claims.get(id) ?? [])
    if (there.length === 0) return refuse('The claim is no longer in the project.')
    const placed = compose(
      project,
      'add to map',
      there.map((claim) => (now) => bringIn(now, { claim, creation: [] }, { map, at }, 'add to map', env)),
    )
    // Several claims stay selected as they are.
    return there.length > 1 && !('refusal' in placed) ? { ...placed, select: undefined } : placed
  },
})

/** Removes cards from the open map. The claims stay in the project. */
export const claimUnplace = command({
  name: 'claim.unplace',
  title: 'Remove claim from this map',
  menu: 'Map',
  keys: ['Shift+Delete', 'Shift+Backspace'],
  context: { on: ['card', 'claim', 'group'], title: 'Remove from map', removes: true },
  input: v.object({ claims: v.pipe(v.array(IdSchema), v.minLength(1)), map: IdSchema }),
  from: ({ project, claims, map }) =>
    map && claims.some((claim) => isOnMap(project, map, claim)) ? { claims: [...claims], map } : undefined,
  run(project, { claims, map }) {
    const placements = [...project.placements.values()].filter(
      (placement) => placement.map === map && claims.includes(placement.claim),
    )
    if (placements.length === 0) return refuse('The claim is not on this map.')
    return {
      patch: deletion(project, { placements: placements.map(({ id }) => id) }),
      label: 'remove from map',
    }
  },
})
