import * as v from 'valibot'
import { CoordinateSchema, IdSchema, words } from '../../records/record'
import { command } from '../command'
import { bringIn, ownClaim } from '../shared/new-claim'

/** Adds a claim without a passage, and places it on a map if one is given. */
export const claimAdd = command({
  name: 'claim.add',
  title: 'New claim',
  input: v.object({
    text: v.pipe(words(20_000), v.minLength(1)),
    category: v.optional(IdSchema),
    map: v.optional(IdSchema),
    at: v.optional(v.object({ x: CoordinateSchema, y: CoordinateSchema })),
  }),
  run(project, input, env) {
    const claim = ownClaim(project, input, env)
    return 'refusal' in claim ? claim : bringIn(project, claim, input, 'add claim', env)
  },
})
