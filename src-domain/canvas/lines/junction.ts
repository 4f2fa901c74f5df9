import { centre, type Point, type Rect } from '../card'
import { ARROW_ROOM, JUNCTION_RADIUS, rectEdge } from './line-path'
import type { Obstacles } from './obstacles'

/**
 * Places the junction of a relation midway between the edges of the premises and the target, so that it is under
 * neither. If they are close, it is nearer to the premises, to leave room for the arrowhead. If a card covers that
 * place, the nearest free one is taken.
 * @param symmetrical whether both ends have arrowheads, as with contradictions
 * @param aside offset to the right of the line from premise to target, in map pixels
 * @param room the width of the label beside the sign, in map pixels; 0 if it has none
 */
export function junctionOf(
  premises: readonly Rect[],
  target: Rect,
  symmetrical: boolean,
  aside: number,
  room: number,
  obstacles: Obstacles,
): Point {
  const wished = besides(midway(premises, target, symmetrical, aside), [target, ...premises])
  if (room === 0 && isFree(wished, obstacles)) return wished
  const at = ({ x, y }: Point) => ({ x: wished.x + x, y: wished.y + y })
  const free = (place: Point) => isFree(at(place), obstacles)
  const labelled = room > 0 ? AROUND.find((place) => isFree(at(place), obstacles, room)) : undefined
  return at(labelled ?? NEAR.find(free) ?? AROUND[0]!)
}

/** Whether the sign of a junction has room, and a label at its right or left. */
function isFree({ x, y }: Point, obstacles: Obstacles, room = 0): boolean {
  const far = JUNCTION_RADIUS + AIR
  const sign = { x: x - far, y: y - far, width: far * 2 + room, height: far * 2 }
  return obstacles.isFree(sign) || (room > 0 && obstacles.isFree({ ...sign, x: sign.x - room }))
}

/** The least gap between the sign of a junction and a card. Map pixels. */
const AIR = 3

/** Offsets from the preferred place, the nearest first: far enough to find a gap between columns of cards. */
const AROUND: readonly Point[] = [
  { x: 0, y: 0 },
  ...Array.from({ length: 40 }, (_, ring) => (ring + 1) * 16).flatMap((radius) =>
    Array.from({ length: 16 }, (_, turn) => ({
      x: Math.cos((turn * Math.PI) / 8) * radius,
      y: Math.sin((turn * Math.PI) / 8) * radius,
    })),
  ),
]
/** Those far enough to get out from under a card of the largest size. */
const NEAR = AROUND.slice(0, 1 + 12 * 16)

function midway(premises: readonly Rect[], target: Rect, symmetrical: boolean, aside: number): Point {
  const middle = mean(premises.map(centre))
  const aim = centre(target)
  const towards = rectEdge(target, middle)
  const from = mean(premises.map((premise) => rectEdge(premise, premises.length === 1 ? aim : towards)))
  const length = Math.hypot(towards.x - from.x, towards.y - from.y)
  if (length === 0) return from
  const back = symmetrical ? length / 2 : Math.max(length / 2, Math.min(length, ARROW_ROOM))
  const unit = { x: (towards.x - from.x) / length, y: (towards.y - from.y) / length }
  return { x: towards.x - unit.x * back - unit.y * aside, y: towards.y - unit.y * back + unit.x * aside }
}

/** Moves a junction out from under a card of its own relation, as when the target is between its premises. */
function besides(junction: Point, cards: readonly Rect[]): Point {
  const under = cards.find(
    ({ x, y, width, height }) =>
      junction.x > x - JUNCTION_RADIUS &&
      junction.x < x + width + JUNCTION_RADIUS &&
      junction.y > y - JUNCTION_RADIUS &&
      junction.y < y + height + JUNCTION_RADIUS,
  )
  const isJunction = under?.width === JUNCTION_RADIUS * 2
  return under && !isJunction ? { x: under.x + under.width + ARROW_ROOM, y: centre(under).y } : junction
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})
