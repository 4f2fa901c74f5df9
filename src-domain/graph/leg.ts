import { centre, type Point, type Rect } from './card'

/** The radius of the round sign that a relation carries at its junction, in map pixels. */
export const JUNCTION_RADIUS = 11
const ARROW_LENGTH = 10
const ARROW_HALF = 5
/** A line stops this short of the card that it points to. */
const CLEARANCE = 3
/** From a junction to the card that it points to. */
export const ARROW_ROOM = JUNCTION_RADIUS + ARROW_LENGTH + CLEARANCE

/** Where the line from a rectangle's centre towards a point leaves the rectangle. */
export function border(rect: Rect, towards: Point): Point {
  const { x, y } = centre(rect)
  const dx = towards.x - x
  const dy = towards.y - y
  if (dx === 0 && dy === 0) return { x, y: rect.y }
  const scale = Math.min(
    dx === 0 ? Infinity : rect.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : rect.height / 2 / Math.abs(dy),
  )
  return { x: x + dx * scale, y: y + dy * scale }
}

/** Where a line from outside meets the round sign of a junction. */
export function rim(junction: Point, from: Point): Point {
  const length = Math.hypot(from.x - junction.x, from.y - junction.y) || 1
  const share = JUNCTION_RADIUS / length
  return { x: junction.x + (from.x - junction.x) * share, y: junction.y + (from.y - junction.y) * share }
}

/**
 * A line between the junction's rim and where it ends, with an arrowhead there if wanted. It is drawn from its end on, so
 * that a dashed one touches the card, not with a gap.
 */
export function leg(junction: Point, end: Point, pointed: boolean): { line: string; arrow?: string } {
  const length = Math.hypot(end.x - junction.x, end.y - junction.y) || 1
  const unit = { x: (end.x - junction.x) / length, y: (end.y - junction.y) / length }
  const at = (distance: number): Point => ({
    x: junction.x + unit.x * distance,
    y: junction.y + unit.y * distance,
  })
  const start = at(Math.min(JUNCTION_RADIUS, length))
  const tip = at(Math.max(length - CLEARANCE, 0))
  if (!pointed) return { line: path([at(length), start]) }
  const base = at(Math.max(length - CLEARANCE - ARROW_LENGTH, 0))
  const side = { x: -unit.y * ARROW_HALF, y: unit.x * ARROW_HALF }
  const wings = [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }]
  return { line: path([base, start]), arrow: `${path(wings)}Z` }
}

const path = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('')

const tenth = (value: number): number => Math.round(value * 10) / 10
