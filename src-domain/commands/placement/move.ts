import * as v from 'valibot'
import { changed } from '../../document/change'
import { CoordinateSchema, IdSchema } from '../../records/record'
import { command } from '../command'

/** Moves cards: once at the end of a drag, or once for each arrow key. Map pixels. */
export const placementMove = command({
  name: 'placement.move',
  title: 'Move cards',
  input: v.object({
    moves: v.array(v.object({ placement: IdSchema, x: CoordinateSchema, y: CoordinateSchema })),
    /** What the user did to move them. Nudges by arrow keys that follow one another quickly are one undo entry. */
    as: v.optional(v.picklist(['move', 'nudge', 'align', 'distribute']), 'move'),
  }),
  run(project, { moves, as }) {
    const last = new Map(moves.map((move) => [move.placement, move]))
    const patch = [...last.values()].flatMap(({ placement, x, y }) => {
      const from = project.placements.get(placement)
      return from && (from.x !== x || from.y !== y) ? [changed('placements', from, { x, y })] : []
    })
    const verb = as === 'nudge' ? 'move' : as
    const label = patch.length > 1 ? `${verb} cards` : `${verb} card`
    return { patch, label, ...(as === 'nudge' && { joins: `nudge ${[...last.keys()].sort().join(' ')}` }) }
  },
})
