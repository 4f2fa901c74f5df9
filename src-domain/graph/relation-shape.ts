import type { Relation } from '../records/relation'
import { centre, type Point, type Rect } from './card'
import { ARROW_ROOM, JUNCTION_RADIUS, border, leg, rim } from './leg'

/** From one junction to the next where relations run side by side. */
const ASIDE = JUNCTION_RADIUS * 2 + 6

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
  const junction = besides(junctionOf(premises, target, symmetrical, aside), [target, ...premises])
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

/** Out of a card that the junction would lie under, as where premises stand on both sides of their target. */
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
