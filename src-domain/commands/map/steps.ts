import * as v from 'valibot'
import { changed } from '../../document/change'
import { IdSchema } from '../../records/record'
import { command, nothing, refuse } from '../command'
import { isOnMap } from '../shared/position'

const NO_MAP = 'The map is no longer in the project.'
const LABEL = 'change presentation'

/** Sets the claims of a map's presentation, without duplicates. Empty for the default order. */
export const mapSteps = command({
  name: 'map.steps',
  title: 'Set presentation steps',
  input: v.object({ map: IdSchema, steps: v.array(IdSchema) }),
  run(project, { map: id, steps }) {
    const map = project.maps.get(id)
    if (!map) return refuse(NO_MAP)
    const there = [...new Set(steps)].filter((claim) => project.claims.has(claim))
    if (there.join('\n') === map.steps.join('\n')) return nothing(LABEL)
    return { patch: [changed('maps', map, { steps: there })], label: LABEL }
  },
})

/** Appends the selected cards to the presentation of the map. */
export const mapAddStep = command({
  name: 'map.addStep',
  title: 'Add the selected cards to the presentation',
  menu: 'Map',
  context: { on: ['card', 'group'], title: 'Add to the presentation' },
  input: v.object({ map: IdSchema, claims: v.pipe(v.array(IdSchema), v.minLength(1)) }),
  from: ({ project, claims, map }) =>
    map && claims.some((claim) => isOnMap(project, map, claim)) ? { map, claims: [...claims] } : undefined,
  run(project, { map: id, claims }) {
    const map = project.maps.get(id)
    if (!map) return refuse(NO_MAP)
    const standing = new Set(claims.filter((claim) => isOnMap(project, id, claim)))
    if (standing.size === 0) return refuse('The claim is not on this map, so it cannot be presented.')
    const added = [...standing].filter((claim) => !map.steps.includes(claim))
    if (added.length === 0) return refuse('The card is already a step of the presentation.')
    return { patch: [changed('maps', map, { steps: [...map.steps, ...added] })], label: LABEL }
  },
})
