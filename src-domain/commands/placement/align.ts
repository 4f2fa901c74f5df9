import * as v from 'valibot'
import { align, distribute, type Arranged, type Axis, type Edge } from '../../canvas/align'
import { CARD_WIDTH, type Point } from '../../canvas/card'
import { typicalHeight } from '../../canvas/card-layout'
import { CoordinateSchema, IdSchema } from '../../records/record'
import { command } from '../command'
import type { ViewContext } from '../context'
import { placementMove } from './move'

const MovesSchema = v.object({
  moves: v.array(v.object({ placement: IdSchema, x: CoordinateSchema, y: CoordinateSchema })),
})

/** The rectangles of the selected cards on the open map. */
function selectedCards({ project, claims, map, cardHeight }: ViewContext): Arranged[] {
  const chosen = new Set(claims)
  return [...project.placements.values()]
    .filter((each) => each.map === map && chosen.has(each.claim))
    .map(({ id, claim, x, y }) => {
      const height = cardHeight?.(claim) ?? typicalHeight(project.claims.get(claim)!.text)
      return { id, x, y, width: CARD_WIDTH, height }
    })
}

/**
 * Makes a command that moves the selected cards. Its input is that of `placement.move`.
 * @param least the smallest number of cards for which it applies
 */
const arranging = <Name extends string>(
  name: Name,
  title: string,
  least: number,
  as: 'align' | 'distribute',
  arrange: (cards: readonly Arranged[]) => ReadonlyMap<string, Point>,
) =>
  command({
    name,
    title,
    menu: 'Map',
    context: { on: ['card'], submenu: 'Align and distribute' },
    input: MovesSchema,
    from(context) {
      const cards = selectedCards(context)
      if (cards.length < least) return undefined
      return { moves: [...arrange(cards)].map(([placement, point]) => ({ placement, ...point })) }
    },
    run: (project, { moves }, env) => placementMove.run(project, { moves, as }, env),
  })

const aligning = <Side extends Edge>(edge: Side, title: string) =>
  arranging(`map.align.${edge}` as const, title, 2, 'align', (cards) => align(cards, edge))

const distributing = <Way extends Axis>(axis: Way, title: string) =>
  arranging(`map.distribute.${axis}` as const, title, 3, 'distribute', (cards) => distribute(cards, axis))

export const alignLeft = aligning('left', 'Align left edges')
export const alignCentre = aligning('centre', 'Align centres')
export const alignRight = aligning('right', 'Align right edges')
export const alignTop = aligning('top', 'Align top edges')
export const alignMiddle = aligning('middle', 'Align middles')
export const alignBottom = aligning('bottom', 'Align bottom edges')
export const distributeAcross = distributing('across', 'Distribute horizontally')
export const distributeDown = distributing('down', 'Distribute vertically')
