import { centre, type Point, type Rect } from '../card'

/** The radius of the sign at a junction, in map pixels. */
export const JUNCTION_RADIUS = 11
const ARROW_LENGTH = 10
const ARROW_HALF = 5
/** The gap between an arrowhead and the card it points to. Map pixels. */
const CLEARANCE = 3
/** The distance from the centre of a junction to a card, with room for an arrowhead. Map pixels. */
export const ARROW_ROOM = JUNCTION_RADIUS + ARROW_LENGTH + CLEARANCE
/** The length of a bend that is rounded, on each side of the corner. Map pixels. */
const ROUNDING = 10

/** The point where a line from the centre of a rectangle towards another point crosses the edge. */
export function rectEdge(rect: Rect, towards: Point): Point {
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

/** The point where a line from outside meets the sign of a junction. */
export function circleEdge(junction: Point, from: Point): Point {
  return towards(junction, from, JUNCTION_RADIUS)
}

/** The point at a distance from the first point, in the direction of the second. */
function towards(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) * far) / length, y: from.y + ((to.y - from.y) * far) / length }
}

/**
 * The SVG path of a line that ends at the rim of a junction, and an arrowhead at its beginning. The line starts at the
 * card, so that a dashed line begins with a dash there.
 * @param way the points of the line from a card or another junction to the junction; at least two
 * @param pointed whether it has an arrowhead
 */
export function linePath(way: readonly Point[], pointed: boolean): { line: string; arrow?: string } {
  const [met, next] = [way[0]!, way[1]!]
  const junction = way.at(-1)!
  const from = way.at(-2)!
  const end = towards(junction, from, Math.min(JUNCTION_RADIUS, distance(junction, from)))
  const bends = way.slice(1, -1)
  if (!pointed) return { line: path([met, ...bends, end]) }
  const length = distance(met, next)
  const tip = towards(met, next, Math.min(CLEARANCE, length))
  const base = towards(met, next, Math.min(CLEARANCE + ARROW_LENGTH, length))
  const unit = { x: (met.x - next.x) / (length || 1), y: (met.y - next.y) / (length || 1) }
  const side = { x: -unit.y * ARROW_HALF, y: unit.x * ARROW_HALF }
  const wings = [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }]
  const arrow = wings.map((point, index) => `${index ? 'L' : 'M'}${text(point)}`).join('')
  return { line: path([base, ...bends, end]), arrow: `${arrow}Z` }
}

/** The path through points, with rounded corners. */
function path(points: readonly Point[]): string {
  const bent = points.slice(1, -1).map((point, index) => {
    const [before, after] = [points[index]!, points[index + 2]!]
    const start = towards(point, before, Math.min(ROUNDING, distance(point, before) / 2))
    const end = towards(point, after, Math.min(ROUNDING, distance(point, after) / 2))
    return `L${text(start)}Q${text(point)} ${text(end)}`
  })
  return `M${text(points[0]!)}${bent.join('')}L${text(points.at(-1)!)}`
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const text = ({ x, y }: Point): string => `${tenth(x)} ${tenth(y)}`
const tenth = (value: number): number => Math.round(value * 10) / 10
