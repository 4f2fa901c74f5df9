import * as v from 'valibot'
import { changed } from '../../document/change'
import { CoordinateSchema, IdSchema } from '../../records/record'
import { command, refuse } from '../command'

/** The label for each extent of the layout. */
const LABELS = { map: 'tidy map', branch: 'tidy branch', selection: 'tidy selection' } as const

/** Applies the result of a layout as one undo entry. Pinned cards are not moved. Map pixels. */
export const mapTidy = command({
  name: 'map.tidy',
  title: 'Tidy cards',
  input: v.object({
    map: IdSchema,
    what: v.picklist(['map', 'branch', 'selection']),
    moves: v.array(v.object({ placement: IdSchema, x: CoordinateSchema, y: CoordinateSchema })),
  }),
  run(project, { map, what, moves }) {
    if (!project.maps.has(map)) return refuse('The map is no longer in the project. Nothing was moved.')
    const last = new Map(moves.map((move) => [move.placement, move]))
    const patch = [...last.values()].flatMap(({ placement, x, y }) => {
      const from = project.placements.get(placement)
      if (!from || from.map !== map || from.pinned || (from.x === x && from.y === y)) return []
      return [changed('placements', from, { x, y })]
    })
    return { patch, label: LABELS[what] }
  },
})
