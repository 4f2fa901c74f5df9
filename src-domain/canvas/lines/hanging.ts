import type { Relation, RelationKind } from '../../records/relation'
import type { Point, Rect } from '../card'
import { ARROW_ROOM, circleEdge, JUNCTION_RADIUS, rectEdge } from './line-path'
import type { Obstacles } from './obstacles'

/** How far a premise is to the right of the claim that it hangs under. Map pixels, like all measures here. */
export const INDENT = 42
/** The gap between a claim and the first premise that hangs under it, with room for arrowheads. */
export const HEAD = 20
/** The gap between a claim and a premise straight below it, with room for the sign and an arrowhead. */
export const STRAIGHT = ARROW_ROOM + JUNCTION_RADIUS + 2
/** From the left edge of a premise to the centre of its junction, which is in the margin before the card. */
export const SIGN_BACK = 13
/** From the top of a premise to its line and its junction. */
export const PORT = 14
/** From the left edge of a premise to the upright line that leads to the target. The kinds never share a line. */
const TRUNK: Record<RelationKind, number> = { support: 27, attack: 37, contradict: 27 }
/** From the top of a target to the line that leaves it at the right. The kinds never share an arrowhead. */
export const EXIT: Record<RelationKind, number> = { contradict: 12, support: 26, attack: 40 }
/** How far an undercutting claim is to the right of the premise whose step it undercuts. */
export const UNDERCUT_INDENT = TRUNK.support - SIGN_BACK
/** From the middle of the upper or lower edge of a target to the end of a line. The kinds never share an arrowhead. */
const ASIDE: Record<RelationKind, number> = { support: -14, contradict: 0, attack: 14 }
/** The least distance between a trunk and the corner of its target. */
const CORNER = 5

/** The junction of a relation and its lines, from each premise in order and from the target. */
export interface Hanging {
  readonly junction: Point
  readonly ways: readonly (readonly Point[])[]
}

/**
 * The lines of a relation whose premises are below its target and indented, or to the right of it: an upright line
 * that all relations of this kind to the target share, and a short level one to each premise, with the junction on it.
 * Rivals on one level have a level line. Undefined if the cards are placed in another way or a card blocks a line.
 * @param target the card or, for an undercut, the bounding square of the sign
 */
export function hangingWays(
  relation: Relation,
  premises: readonly Rect[],
  target: Rect,
  obstacles: Obstacles,
): Hanging | undefined {
  if (relation.kind === 'contradict') return level(premises, target, obstacles)
  const straight = straightBelow(relation, premises, target, obstacles)
  if (straight) return straight
  const first = premises.reduce((top, each) => (each.y < top.y ? each : top))
  const junction = { x: first.x - SIGN_BACK, y: first.y + PORT }
  const end =
    relation.targetType === 'relation' ? toSign(junction, target) : toCard(relation.kind, first, target)
  if (!end || !isRoomFor(junction, obstacles)) return undefined
  const legs = premises.map((each) => legOf(each, junction))
  const ways = [...legs, [...end, junction]]
  const owns = [...premises, target]
  const isClear = ways.every((way, index) => isOpen(way, owns[index]!, obstacles))
  return isClear && legs.every((leg) => leg.length > 1) ? { junction, ways } : undefined
}

/** Where a line of a kind ends at a target, on the edge that faces a point. */
export function portOf(target: Rect, towards: Point, kind: RelationKind): Point {
  const { x, y } = rectEdge(target, towards)
  const isAside = x === target.x || x === target.x + target.width
  return isAside ? { x, y: target.y + EXIT[kind] } : { x: target.x + target.width / 2 + ASIDE[kind], y }
}

const isRoomFor = ({ x, y }: Point, obstacles: Obstacles): boolean =>
  obstacles.isFree({
    x: x - JUNCTION_RADIUS - 1,
    y: y - JUNCTION_RADIUS - 1,
    width: JUNCTION_RADIUS * 2 + 2,
    height: JUNCTION_RADIUS * 2 + 2,
  })

/** The line from a premise to the junction; empty if the premise is not below it and to the right. */
function legOf({ x, y }: Rect, junction: Point): Point[] {
  const start = { x, y: y + PORT }
  if (start.y === junction.y) return start.x > junction.x ? [start, junction] : []
  const isBelow = start.y > junction.y + JUNCTION_RADIUS && start.x >= junction.x + JUNCTION_RADIUS
  return isBelow ? [start, { x: junction.x, y: start.y }, junction] : []
}

function toCard(kind: RelationKind, premise: Rect, target: Rect): Point[] | undefined {
  const trunk = premise.x - TRUNK[kind]
  const port = premise.y + PORT
  const [right, bottom] = [target.x + target.width, target.y + target.height]
  if (trunk >= target.x + CORNER && trunk <= right - CORNER && premise.y >= bottom + ARROW_ROOM / 2)
    return [
      { x: trunk, y: bottom },
      { x: trunk, y: port },
    ]
  const exit = target.y + EXIT[kind]
  if (trunk < right + ARROW_ROOM || port < exit) return undefined
  const start = { x: right, y: exit }
  return port === exit ? [start] : [start, { x: trunk, y: exit }, { x: trunk, y: port }]
}

/** An upright line from the only premise to its target, if it is straight below, as the layout places it. */
function straightBelow(
  { kind, targetType }: Relation,
  [premise, another]: readonly Rect[],
  target: Rect,
  obstacles: Obstacles,
): Hanging | undefined {
  if (!premise || another || targetType === 'relation' || premise.x !== target.x) return undefined
  const [x, bottom] = [target.x + target.width / 2 + ASIDE[kind], target.y + target.height]
  const room = premise.y - bottom
  if (room < STRAIGHT || room > 2 * STRAIGHT) return undefined
  const junction = { x, y: bottom + Math.max(ARROW_ROOM, room / 2) }
  const ways = [
    [{ x, y: premise.y }, junction],
    [{ x, y: bottom }, junction],
  ]
  const isClear = isRoomFor(junction, obstacles) && isOpen(ways[1]!, target, obstacles, premise)
  return isClear && isOpen(ways[0]!, premise, obstacles, target) ? { junction, ways } : undefined
}

function toSign(junction: Point, sign: Rect): Point[] | undefined {
  const centre = { x: sign.x + sign.width / 2, y: sign.y + sign.height / 2 }
  if (centre.x > junction.x - JUNCTION_RADIUS - 2) return undefined
  if (centre.y === junction.y) return [circleEdge(centre, junction)]
  const bend = { x: centre.x, y: junction.y }
  return Math.abs(centre.y - junction.y) < ARROW_ROOM ? undefined : [circleEdge(centre, bend), bend]
}

function level(premises: readonly Rect[], target: Rect, obstacles: Obstacles): Hanging | undefined {
  const [premise, another] = premises
  if (!premise || another || premise.y !== target.y) return undefined
  const [left, right] = premise.x < target.x ? [premise, target] : [target, premise]
  const y = target.y + EXIT.contradict
  const [start, end] = [
    { x: left.x + left.width, y },
    { x: right.x, y },
  ]
  if (end.x - start.x < 2 * ARROW_ROOM) return undefined
  const junction = { x: (start.x + end.x) / 2, y }
  const isClear = isOpen([start, end], left, obstacles, right) && isRoomFor(junction, obstacles)
  if (!isClear) return undefined
  const ways = left === premise ? [start, end] : [end, start]
  return { junction, ways: ways.map((from) => [from, junction]) }
}

/** Whether no card other than its own blocks a line. */
function isOpen(way: readonly Point[], own: Rect, obstacles: Obstacles, other = own): boolean {
  return way.slice(1).every((point, index) => {
    const found = obstacles.crossed(way[index]!, point, index === 0 ? own : undefined, 2)
    return found.every((card) => index === 0 && card === other)
  })
}
