import * as v from 'valibot'
import { changed } from '../../document/change'
import { COLOURS } from '../../vocabulary/palette'
import { IdSchema } from '../../records/record'
import { command, refuse } from '../command'

/** Tints cards of one map, in addition to the colour of their category. Empty removes the tint. */
export const placementColour = command({
  name: 'placement.colour',
  title: 'Tint cards',
  input: v.object({
    claims: v.pipe(v.array(IdSchema), v.minLength(1)),
    map: IdSchema,
    colour: v.picklist(['', ...COLOURS]),
  }),
  run(project, { claims, map, colour }) {
    const cards = [...project.placements.values()].filter(
      (each) => each.map === map && claims.includes(each.claim),
    )
    if (cards.length === 0) return refuse('None of these claims is on this map. Nothing was changed.')
    const patch = cards
      .filter((each) => each.colour !== colour)
      .map((from) => changed('placements', from, { colour }))
    return { patch, label: cards.length > 1 ? 'tint cards' : 'tint card' }
  },
})
