import * as v from 'valibot'
import { created } from '../../document/change'
import { CoordinateSchema, IdSchema, words } from '../../records/record'
import { command, refuse } from '../command'
import { newClaim } from '../shared/new-records'
import { placeClaim } from '../shared/position'

/** Adds a claim without a passage, and places it on a map if one is given. */
export const claimAdd = command({
  name: 'claim.add',
  title: 'New claim',
  input: v.object({
    text: v.pipe(words(20_000), v.minLength(1)),
    category: IdSchema,
    map: v.optional(IdSchema),
    at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  }),
  run(project, input, env) {
    const text = input.text.trim()
    if (text === '') return refuse('A claim needs some words.')
    if (!project.categories.has(input.category)) return refuse('The category is no longer in the project.')
    if (input.map && !project.maps.has(input.map)) return refuse('The map is no longer in the project.')
    const claim = newClaim({ text, category: input.category }, env)
    const patch = [created('claims', claim)]
    if (input.map) patch.push(placeClaim(project, input.map, claim, input.at, env))
    return { patch, label: 'add claim', select: { type: 'claim', id: claim.id } }
  },
})
