import type { Relation } from '../records/relation'
import { centre, type Point, type Rect } from './card'

/** The radius of the round sign that a relation carries at its junction, in map pixels. */
export const JUNCTION_RADIUS = 11
const ARROW_LENGTH = 10
const ARROW_HALF = 5
/** A line stops this short of the card that it points to. */
const CLEARANCE = 3
/** From one junction to the next where relations run side by side. */
const ASIDE = JUNCTION_RADIUS * 2 + 6
/** From a junction to the card that it points to. */
const ARROW_ROOM = JUNCTION_RADIUS + ARROW_LENGTH + CLEARANCE

/** A relation as it is drawn: lines as SVG paths, arrowheads as closed ones, the junction where linked premises meet. */
export interface RelationShape {
  readonly relation: Relation
  readonly junction: Point
  readonly lines: readonly string[]
  readonly arrows: readonly string[]
  /** Premises that do not stand on this map. */
  readonly missing: number
}

/**
 * The shapes of all relations that can be drawn where these cards stand: those whose target is there and at least one
 * premise. A target that is a relation is met at its junction.
 * @param rects where each claim's card stands, map pixels, by claim id
 */
export function relationShapes(
  relations: ReadonlyMap<string, Relation>,
  rects: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, RelationShape> {
  const shapes = new Map<string, RelationShape>()
  const inWork = new Set<string>()
  const asides = asidesOf(relations)
  const shapeOf = (relation: Relation): RelationShape | undefined => {
    const known = shapes.get(relation.id)
    if (known || inWork.has(relation.id)) return known
    inWork.add(relation.id)
    const shape = draw(relation, rects, asides.get(relation.id) ?? 0, (id) => {
      const undercut = relations.get(id)
      return undercut && shapeOf(undercut)
    })
    inWork.delete(relation.id)
    if (shape) shapes.set(relation.id, shape)
    return shape
  }
  for (const relation of relations.values()) shapeOf(relation)
  return shapes
}

/**
 * How far aside of the straight way each relation's junction stands: two relations between the same things, such as
 * claims that attack each other, would otherwise lie on top of one another.
 */
function asidesOf(relations: ReadonlyMap<string, Relation>): Map<string, number> {
  const alike = new Map<string, Relation[]>()
  for (const relation of relations.values()) {
    const key = [...relation.premises, relation.target].sort().join(' ')
    alike.set(key, [...(alike.get(key) ?? []), relation])
  }
  const asides = new Map<string, number>()
  for (const group of alike.values()) {
    // The way aside is reckoned along the direction from premise to target, which is another's other way round.
    group.forEach(({ id, target }, index) => {
      const aside = (index - (group.length - 1) / 2) * ASIDE
      asides.set(id, target === group[0]?.target ? aside : -aside)
    })
  }
  return asides
}

function draw(
  relation: Relation,
  rects: ReadonlyMap<string, Rect>,
  aside: number,
  shapeOf: (id: string) => RelationShape | undefined,
): RelationShape | undefined {
  const premises = relation.premises.flatMap((id) => rects.get(id) ?? [])
  const target =
    relation.targetType === 'claim' ? rects.get(relation.target) : junctionRect(shapeOf(relation.target))
  if (!target || premises.length === 0) return undefined
  const symmetrical = relation.kind === 'contradict'
  const junction = junctionOf(premises, target, symmetrical, aside)
  const legs = premises.map((premise) => leg(junction, border(premise, junction), symmetrical))
  const met = relation.targetType === 'claim' ? border(target, junction) : rim(centre(target), junction)
  const last = leg(junction, met, true)
  return {
    relation,
    junction,
    lines: [...legs.map(({ line }) => line), last.line],
    arrows: [...legs.flatMap(({ arrow }) => (arrow ? [arrow] : [])), ...(last.arrow ? [last.arrow] : [])],
    missing: relation.premises.length - premises.length,
  }
}

const junctionRect = (shape: RelationShape | undefined): Rect | undefined =>
  shape && {
    x: shape.junction.x - JUNCTION_RADIUS,
    y: shape.junction.y - JUNCTION_RADIUS,
    width: JUNCTION_RADIUS * 2,
    height: JUNCTION_RADIUS * 2,
  }

/**
 * Midway between the premises and the target, measured between their edges so that it never lies under either; where
 * they stand close, nearer to the premises, so that the arrowhead is seen. `aside` is to the right of that way.
 */
function junctionOf(premises: readonly Rect[], target: Rect, symmetrical: boolean, aside: number): Point {
  const middle = mean(premises.map(centre))
  const aim = centre(target)
  const towards = border(target, middle)
  const from = mean(premises.map((premise) => border(premise, premises.length === 1 ? aim : towards)))
  const length = Math.hypot(towards.x - from.x, towards.y - from.y)
  if (length === 0) return from
  const back = symmetrical ? length / 2 : Math.max(length / 2, Math.min(length, ARROW_ROOM))
  const unit = { x: (towards.x - from.x) / length, y: (towards.y - from.y) / length }
  return { x: towards.x - unit.x * back - unit.y * aside, y: towards.y - unit.y * back + unit.x * aside }
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

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
function rim(junction: Point, from: Point): Point {
  const length = Math.hypot(from.x - junction.x, from.y - junction.y) || 1
  const share = JUNCTION_RADIUS / length
  return { x: junction.x + (from.x - junction.x) * share, y: junction.y + (from.y - junction.y) * share }
}

/** A line from the junction's rim to where it ends, with an arrowhead there if wanted. */
function leg(junction: Point, end: Point, pointed: boolean): { line: string; arrow?: string } {
  const length = Math.hypot(end.x - junction.x, end.y - junction.y) || 1
  const unit = { x: (end.x - junction.x) / length, y: (end.y - junction.y) / length }
  const at = (distance: number): Point => ({
    x: junction.x + unit.x * distance,
    y: junction.y + unit.y * distance,
  })
  const start = at(Math.min(JUNCTION_RADIUS, length))
  const tip = at(Math.max(length - CLEARANCE, 0))
  if (!pointed) return { line: path([start, at(length)]) }
  const base = at(Math.max(length - CLEARANCE - ARROW_LENGTH, 0))
  const side = { x: -unit.y * ARROW_HALF, y: unit.x * ARROW_HALF }
  const wings = [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }]
  return { line: path([start, base]), arrow: `${path(wings)}Z` }
}

const path = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('')

const tenth = (value: number): number => Math.round(value * 10) / 10
