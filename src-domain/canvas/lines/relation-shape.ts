import type { Relation } from '../../records/relation'
import { centre, type Point, type Rect } from '../card'
import { junctionOf } from './junction'
import { JUNCTION_RADIUS, rectEdge, linePath, circleEdge } from './line-path'
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
  readonly aside: number
  readonly within: Bounds
}

/** What was drawn of a map, from which it is told what need not be drawn anew. */
export interface Drawing {
  readonly shapes: Shapes
  readonly rects: Rects
  readonly drawn: ReadonlyMap<string, Drawn>
}

/**
 * The shapes of all relations that can be drawn where these cards stand: those whose target is there and at least one
 * premise. A target that is a relation is met at its junction. Lines lead round cards that stand in their way.
 * @param rects where each claim's card stands, map pixels, by claim id
 */
export const relationShapes = (relations: ReadonlyMap<string, Relation>, rects: Rects): Shapes =>
  drawRelations(relations, rects).shapes

/**
 * The same, with what must be known to draw them again. A relation whose cards have stayed, and that no other card came
 * near to or left, keeps its shape: the same object.
 * @param before what was drawn last, of these relations or others
 * @param only those of the relations that are wanted; what they are about is drawn with them
 */
export function drawRelations(
  relations: ReadonlyMap<string, Relation>,
  rects: Rects,
  before?: Drawing,
  only: Iterable<Relation> = relations.values(),
): Drawing {
  const moved = before && movedBetween(before.rects, rects)
  const drawn = new Map<string, Drawn>()
  const inWork = new Set<string>()
  const asides = asidesOf(relations)
  let obstacles: Obstacles | undefined
  const stays = (relation: Relation, aside: number, known: Drawn): boolean =>
    moved !== undefined &&
    known.shape.relation === relation &&
    known.aside === aside &&
    !relation.premises.some((premise) => moved.claims.has(premise)) &&
    (relation.targetType === 'claim'
      ? !moved.claims.has(relation.target)
      : drawn.get(relation.target)?.shape === before?.drawn.get(relation.target)?.shape) &&
    !moved.areas.some((area) => touches(area, known.within))

  const shapeOf = (relation: Relation): RelationShape | undefined => {
    const done = drawn.get(relation.id)?.shape
    if (done || inWork.has(relation.id)) return done
    inWork.add(relation.id)
    const step = relation.targetType === 'relation' ? relations.get(relation.target) : undefined
    const sign = step && shapeOf(step)
    const known = before?.drawn.get(relation.id)
    const aside = asides.get(relation.id) ?? 0
    if (known && stays(relation, aside, known)) drawn.set(relation.id, known)
    else {
      const aim = relation.targetType === 'claim' ? rects.get(relation.target) : sign && signRect(sign)
      obstacles ??= new Obstacles(rects.values())
      obstacles.watch()
      const shape = draw(relation, rects, aim, aside, obstacles)
      if (shape) drawn.set(relation.id, { shape, aside, within: obstacles.watched })
    }
    inWork.delete(relation.id)
    return drawn.get(relation.id)?.shape
  }
  for (const relation of only) shapeOf(relation)
  const shapes = new Map([...drawn].map(([id, { shape }]) => [id, shape]))
  return { shapes, rects, drawn }
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
    return [atSign ? circleEdge(from!, way[0]!) : rectEdge(each, way[0]!), ...way]
  })
  const legs = ways.slice(0, -1).map((way) => linePath(way, symmetrical))
  const last = linePath(ways.at(-1)!, true)
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
