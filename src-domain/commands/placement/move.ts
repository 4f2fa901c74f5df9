import * as v from 'valibot'
import { changed } from '../../document/change'
import { CoordinateSchema, IdSchema } from '../../records/record'
import { command } from '../command'

/** Where cards stand after a drag: one command, at the drop. Map pixels. */
export const placementMove = command({
  name: 'placement.move',
  title: 'Move cards',
  input: v.object({
    moves: v.array(v.object({ placement: IdSchema, x: CoordinateSchema, y: CoordinateSchema })),
    /** What the user did to move them, as Undo says it. */
    as: v.optional(v.picklist(['move', 'align', 'distribute', 'tidy']), 'move'),
  }),
  run(project, { moves, as }) {
    const last = new Map(moves.map((move) => [move.placement, move]))
    const patch = [...last.values()].flatMap(({ placement, x, y }) => {
      const from = project.placements.get(placement)
      return from && (from.x !== x || from.y !== y) ? [changed('placements', from, { x, y })] : []
    })
    return { patch, label: patch.length > 1 ? `${as} cards` : `${as} card` }
  },
})
