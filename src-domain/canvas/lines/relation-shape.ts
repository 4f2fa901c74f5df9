import type { Relation } from '../../records/relation'
import { centre, type Point, type Rect } from '../card'
import { channelRoutes } from './channel-routes'
import { hangingWays, portOf, type Hanging } from './hanging'
import { junctionOf } from './junction'
import { labelRoom } from './label-words'
import { JUNCTION_RADIUS, rectEdge, linePath, circleEdge } from './line-path'
import { Obstacles, type Bounds } from './obstacles'
import { route } from './route'

/** The distance between the junctions of parallel relations. Map pixels. */
const ASIDE = JUNCTION_RADIUS * 2 + 6

/** A relation as drawn: SVG paths of its lines and arrowheads, and its junction. */
export interface RelationShape {
  readonly relation: Relation
  readonly junction: Point
  readonly lines: readonly string[]
  readonly arrows: readonly string[]
  /** The points of each line, from a card or another junction to the junction of the relation. */
  readonly ways: readonly (readonly Point[])[]
  /** The number of premises that are not on the map. */
  readonly missing: number
}

type Rects = ReadonlyMap<string, Rect>
type Shapes = ReadonlyMap<string, RelationShape>

/** A shape, and the area in which other cards can influence it. */
interface Drawn {
  readonly shape: RelationShape
  /** Whether its lines are those of a tree. */
  readonly isHanging: boolean
  readonly aside: number
  readonly within: Bounds
}

/** The shapes on a map together with what they depend on, so that the next drawing can reuse them. */
export interface Drawing {
  readonly shapes: Shapes
  readonly rects: Rects
  readonly drawn: ReadonlyMap<string, Drawn>
  /** The shapes that lead through channels, by the relation's id. */
  readonly routed: Shapes
  /** Whether cards were in motion. */
  readonly isMoving: boolean
}

/**
 * The shapes of all relations whose target and at least one premise have a card. A line to a relation ends at its
 * junction. Lines are routed round the cards in their way.
 * @param rects the rectangles of the cards by claim, in map pixels
 */
export const relationShapes = (relations: ReadonlyMap<string, Relation>, rects: Rects): Shapes =>
  drawRelations(relations, rects).shapes

/**
 * Draws relations and keeps what the next drawing needs. A relation keeps its shape, as the same object, if its own
 * cards have not moved and no other card has moved into or out of the area that influences it.
 * @param before the last drawing, of these or other relations
 * @param only the relations to draw; relations that they target are drawn too. Lines are led through channels only if all
 * relations are drawn, so that a line does not jump when others come into sight
 * @param isMoving whether cards are in motion: lines are not led through channels anew before they rest
 */
export function drawRelations(
  relations: ReadonlyMap<string, Relation>,
  rects: Rects,
  before?: Drawing,
  only?: Iterable<Relation>,
  isMoving = false,
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
    const undercut = relation.targetType === 'relation' ? relations.get(relation.target) : undefined
    const sign = undercut && shapeOf(undercut)
    const known = before?.drawn.get(relation.id)
    const aside = asides.get(relation.id) ?? 0
    if (known && stays(relation, aside, known)) drawn.set(relation.id, known)
    else {
      const aim = relation.targetType === 'claim' ? rects.get(relation.target) : sign && signRect(sign)
      obstacles ??= new Obstacles(rects.values())
      obstacles.watch()
      const drawing = draw(relation, rects, aim, aside, obstacles)
      if (drawing) drawn.set(relation.id, { ...drawing, aside, within: obstacles.watched })
    }
    inWork.delete(relation.id)
    return drawn.get(relation.id)?.shape
  }
  for (const relation of only ?? relations.values()) shapeOf(relation)
  const isSame = (id: string) => drawn.get(id)?.shape === before?.drawn.get(id)?.shape
  const isAllSame =
    before?.isMoving === false &&
    moved?.areas.length === 0 &&
    drawn.size === before?.drawn.size &&
    [...drawn.keys()].every(isSame)
  const keepsRoutes = before && (isMoving || isAllSame)
  const routed = only
    ? new Map<string, RelationShape>()
    : keepsRoutes
      ? new Map([...before.routed].filter(([id]) => drawn.has(id) && isSame(id)))
      : channelShapes(drawn, rects)
  const shapes = new Map([...drawn].map(([id, { shape }]) => [id, routed.get(id) ?? shape]))
  return { shapes, rects, drawn, routed, isMoving }
}

/** The shapes of the relations that are better led through channels (see `channelRoutes`). */
function channelShapes(drawn: ReadonlyMap<string, Drawn>, rects: Rects): Shapes {
  const lines = [...drawn.values()].map(({ shape, isHanging }) => ({ ...shape, isHanging }))
  return new Map(
    [...channelRoutes(lines, rects)].map(([id, way]) => {
      const { relation, missing } = drawn.get(id)!.shape
      return [id, shaped(relation, way, missing)]
    }),
  )
}

/**
 * The claims whose cards were added, removed or moved, and their old and new rectangles; undefined if they are many.
 */
function movedBetween(before: Rects, now: Rects): { claims: Set<string>; areas: Rect[] } | undefined {
  const claims = new Set<string>()
  const areas: Rect[] = []
  if (before === now) return { claims, areas }
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
 * The sideways offset of each junction. Relations between the same ends, such as two claims that attack each other,
 * would otherwise be drawn on top of one another.
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
    // Offsets are relative to the direction from premise to target, so one in the opposite direction changes its sign.
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
): { shape: RelationShape; isHanging: boolean } | undefined {
  const premises = relation.premises.flatMap((id) => rects.get(id) ?? [])
  if (!target || premises.length === 0) return undefined
  const hanging = aside === 0 ? hangingWays(relation, premises, target, obstacles) : undefined
  const lines = hanging ?? straightWays(relation, premises, target, aside, obstacles)
  const missing = relation.premises.length - premises.length
  return { shape: shaped(relation, lines, missing), isHanging: hanging !== undefined }
}

function shaped(relation: Relation, { junction, ways }: Hanging, missing: number): RelationShape {
  const symmetrical = relation.kind === 'contradict'
  const legs = ways.slice(0, -1).map((way) => linePath(way, symmetrical))
  const last = linePath(ways.at(-1)!, true)
  return {
    relation,
    junction,
    lines: [...legs.map(({ line }) => line), last.line],
    arrows: [...legs.flatMap(({ arrow }) => (arrow ? [arrow] : [])), ...(last.arrow ? [last.arrow] : [])],
    ways,
    missing,
  }
}

/** The junction midway between the cards, and lines that are straight unless cards are in the way. */
function straightWays(
  relation: Relation,
  premises: readonly Rect[],
  target: Rect,
  aside: number,
  obstacles: Obstacles,
): Hanging {
  const room = labelRoom(relation, relation.premises.length - premises.length)
  const junction = junctionOf(premises, target, relation.kind === 'contradict', aside, room, obstacles)
  const ways = [...premises, target].map((each) => {
    const atSign = each === target && relation.targetType === 'relation'
    if (each === target && !atSign) {
      const port = portOf(target, junction, relation.kind)
      return route(port, junction, target, obstacles)
    }
    const [from, ...way] = route(centre(each), junction, each, obstacles)
    return [atSign ? circleEdge(from!, way[0]!) : rectEdge(each, way[0]!), ...way]
  })
  return { junction, ways }
}

/** The bounding square of the sign at a junction. */
export const signRect = ({ junction }: RelationShape): Rect => ({
  x: junction.x - JUNCTION_RADIUS,
  y: junction.y - JUNCTION_RADIUS,
  width: JUNCTION_RADIUS * 2,
  height: JUNCTION_RADIUS * 2,
})
