import * as v from 'valibot'
import { deletion } from '../../document/cascade'
import { CoordinateSchema, IdSchema } from '../../records/record'
import { command, refuse } from '../command'
import { onlyClaim } from '../context'
import { bringIn } from '../shared/new-claim'
import { isOnMap } from '../shared/position'

/** Places the selected claim on the open map: `M`. One claim can be on several maps. */
export const claimPlace = command({
  name: 'claim.place',
  title: 'Add claim to the map',
  menu: 'Claim',
  keys: ['m'],
  context: { on: ['claim', 'passage'], title: 'Add to map' },
  input: v.object({
    claim: IdSchema,
    map: IdSchema,
    at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  }),
  from(context) {
    const claim = onlyClaim(context)
    if (!claim || !context.map || context.passage) return undefined
    if (isOnMap(context.project, context.map, claim)) return undefined
    return { claim, map: context.map, ...(context.mapCentre && { at: context.mapCentre }) }
  },
  run(project, { claim: id, map, at }, env) {
    const claim = project.claims.get(id)
    if (!claim) return refuse('The claim is no longer in the project.')
    return bringIn(project, { claim, creation: [] }, { map, at }, 'add to map', env)
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
