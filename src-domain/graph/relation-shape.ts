import type { Relation } from '../records/relation'
import { centre, type Point, type Rect } from './card'
import { junctionOf } from './junction'
import { JUNCTION_RADIUS, border, leg, rim } from './leg'
import { Obstacles, type Bounds } from './obstacles'
import { route } from './route'

/** From one junction to the next where relations run side by side. */
const ASIDE = JUNCTION_RADIUS * 2 + 6

/** A relation as it is drawn: lines as SVG paths, arrowheads as closed ones, the junction where linked premises meet. */
export interface RelationShape {
  readonly relation: Relation
  readonly junction: Point
  readonly lines: readonly string[]
  readonly arrows: readonly string[]
  /** What each line leads through, from a card or from the sign of a step to the junction. */
  readonly ways: readonly (readonly Point[])[]
  /** Premises that do not stand on this map. */
  readonly missing: number
}

type Rects = ReadonlyMap<string, Rect>
type Shapes = ReadonlyMap<string, RelationShape>

/** A shape, and where cards would have to move to change it, those it belongs to aside. */
interface Drawn {
  readonly shape: RelationShape
  readonly within: Bounds
}

/** What was drawn last of these relations: while one card is dragged, most shapes stay as they are. */
const drawnBefore = new WeakMap<object, { rects: Rects; drawn: ReadonlyMap<string, Drawn>; shapes: Shapes }>()

/**
 * The shapes of all relations that can be drawn where these cards stand: those whose target is there and at least one
 * premise. A target that is a relation is met at its junction. Lines lead round cards that stand in their way.
 * @param rects where each claim's card stands, map pixels, by claim id
 */
export function relationShapes(relations: ReadonlyMap<string, Relation>, rects: Rects): Shapes {
  const before = drawnBefore.get(relations)
  const moved = before && movedBetween(before.rects, rects)
  if (before && moved?.areas.length === 0) return before.shapes
  const drawn = new Map<string, Drawn>()
  const inWork = new Set<string>()
  const asides = asidesOf(relations)
  const obstacles = new Obstacles(rects.values())
  const stays = ({ premises, target, targetType }: Relation, known: Drawn): boolean =>
    moved !== undefined &&
    !premises.some((premise) => moved.claims.has(premise)) &&
    (targetType === 'claim'
      ? !moved.claims.has(target)
      : drawn.get(target)?.shape === before?.drawn.get(target)?.shape) &&
    !moved.areas.some((area) => touches(area, known.within))

  const shapeOf = (relation: Relation): RelationShape | undefined => {
    const done = drawn.get(relation.id)?.shape
    if (done || inWork.has(relation.id)) return done
    inWork.add(relation.id)
    const step = relation.targetType === 'relation' ? relations.get(relation.target) : undefined
    const sign = step && shapeOf(step)
    const aim = relation.targetType === 'claim' ? rects.get(relation.target) : sign && signRect(sign)
    const known = before?.drawn.get(relation.id)
    if (known && stays(relation, known)) drawn.set(relation.id, known)
    else {
      obstacles.watch()
      const shape = draw(relation, rects, aim, asides.get(relation.id) ?? 0, obstacles)
      if (shape) drawn.set(relation.id, { shape, within: obstacles.watched })
    }
    inWork.delete(relation.id)
    return drawn.get(relation.id)?.shape
  }
  for (const relation of relations.values()) shapeOf(relation)
  const shapes = new Map([...drawn].map(([id, { shape }]) => [id, shape]))
  drawnBefore.set(relations, { rects, drawn, shapes })
  return shapes
}

/** The claims whose cards came, went or moved, and the places that these cards had and have; nothing when it is many. */
function movedBetween(before: Rects, now: Rects): { claims: Set<string>; areas: Rect[] } | undefined {
  const claims = new Set<string>()
  const areas: Rect[] = []
  const compare = (claim: string, one: Rect | undefined, other: Rect | undefined) => {
    const same =
      one === other ||
      (one?.x === other?.x &&
        one?.y === other?.y &&
        one?.height === other?.height &&
        one?.width === other?.width)
    if (same || claims.has(claim)) return
    claims.add(claim)
    areas.push(...[one, other].filter((rect) => rect !== undefined))
  }
  for (const [claim, rect] of now) compare(claim, before.get(claim), rect)
  for (const [claim, rect] of before) if (!now.has(claim)) compare(claim, rect, undefined)
  return areas.length <= 100 ? { claims, areas } : undefined
}

const touches = ({ x, y, width, height }: Rect, { left, top, right, bottom }: Bounds): boolean =>
  x <= right && x + width >= left && y <= bottom && y + height >= top

const asidesKnown = new WeakMap<object, ReadonlyMap<string, number>>()

/**
 * How far aside of the straight way each relation's junction stands: two relations between the same things, such as
 * claims that attack each other, would otherwise lie on top of one another.
 */
function asidesOf(relations: ReadonlyMap<string, Relation>): ReadonlyMap<string, number> {
  const known = asidesKnown.get(relations)
  if (known) return known
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
  asidesKnown.set(relations, asides)
  return asides
}

function draw(
  relation: Relation,
  rects: Rects,
  target: Rect | undefined,
  aside: number,
  obstacles: Obstacles,
): RelationShape | undefined {
  const premises = relation.premises.flatMap((id) => rects.get(id) ?? [])
  if (!target || premises.length === 0) return undefined
  const symmetrical = relation.kind === 'contradict'
  const junction = junctionOf(premises, target, symmetrical, aside, obstacles)
  const ways = [...premises, target].map((each) => {
    const [from, ...way] = route(centre(each), junction, each, obstacles)
    const atSign = each === target && relation.targetType === 'relation'
    return [atSign ? rim(from!, way[0]!) : border(each, way[0]!), ...way]
  })
  const legs = ways.slice(0, -1).map((way) => leg(way, symmetrical))
  const last = leg(ways.at(-1)!, true)
  return {
    relation,
    junction,
    lines: [...legs.map(({ line }) => line), last.line],
    arrows: [...legs.flatMap(({ arrow }) => (arrow ? [arrow] : [])), ...(last.arrow ? [last.arrow] : [])],
    ways,
    missing: relation.premises.length - premises.length,
  }
}

/** The square around the sign of a relation's junction. */
export const signRect = ({ junction }: RelationShape): Rect => ({
  x: junction.x - JUNCTION_RADIUS,
  y: junction.y - JUNCTION_RADIUS,
  width: JUNCTION_RADIUS * 2,
  height: JUNCTION_RADIUS * 2,
})
