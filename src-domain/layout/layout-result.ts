import { COORDINATE_LIMIT } from '../records/record'
import { CARD_GAP, CARD_WIDTH, type Point, type Rect } from '../canvas/card'
import { freePlace } from '../canvas/free-place'
import { placesBeside, undercutsBeside } from './undercut-placement'
import { claimOf, type Flow, type Tidied } from './layout-input'
import type { MapGraph } from '../argument/map-graph'
import { preserveHandedness } from './preserve-handedness'
import { OccupiedArea } from '../canvas/occupied-area'

/** A node in the result of ELK. Its coordinates are relative to its parent. */
export interface PlacedNode {
  readonly id: string
  readonly x?: number
  readonly y?: number
  /** Cards that the node has room for, relative to its corner. */
  readonly beside?: readonly ({ readonly claim: string } & Point)[]
  readonly children?: readonly PlacedNode[]
}

/** The top left corners of the cards in the result of ELK, by claim, in map pixels. */
export function placesIn(node: PlacedNode, origin: Point = { x: 0, y: 0 }): Map<string, Point> {
  const places = new Map<string, Point>()
  for (const child of node.children ?? []) {
    const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) }
    const claim = claimOf(child.id)
    if (claim !== undefined) places.set(claim, at)
    for (const { claim, x, y } of child.beside ?? []) places.set(claim, { x: at.x + x, y: at.y + y })
    for (const [inner, place] of placesIn(child, at)) places.set(inner, place)
  }
  return places
}

/** The new position of a card. */
export interface Move extends Point {
  readonly placement: string
}

/**
 * The moves that a layout leads to. Pinned cards, cards that were not laid out and the top card of a branch are not
 * moved; the others are kept clear of them and of one another.
 * @param answer the positions by claim from ELK
 * @param heights the heights of all cards on the map by claim
 */
export function layoutMoves(
  graph: MapGraph,
  tidied: Tidied,
  answer: ReadonlyMap<string, Point>,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
): Move[] {
  const places = preserveHandedness(graph.placements, answer, heights, flow)
  const stays = (claim: string): boolean =>
    !places.has(claim) ||
    graph.placements.get(claim)!.pinned ||
    (tidied.what === 'branch' && tidied.claim === claim)
  const rectAt = (claim: string, { x, y }: Point): Rect => ({
    x: Math.round(x),
    y: Math.round(y),
    width: CARD_WIDTH,
    height: heights.get(claim) ?? 0,
  })
  const claims = [...graph.placements.keys()]
  const taken = new OccupiedArea(claims.filter(stays).map((id) => rectAt(id, graph.placements.get(id)!)))
  const moving = claims.filter((claim) => !stays(claim))
  // A junction has its place only when its premises and its target have theirs.
  const beside =
    flow === 'down' ? undercutsBeside(graph, new Set(places.keys())) : new Map<string, string[]>()
  const comeNearer = new Set([...beside.values()].flat())
  const inRows = moving.filter((claim) => !comeNearer.has(claim))
  const by = shift(graph, tidied, places, inRows.length > 0 ? inRows : moving)
  const wished = moving.map((claim) => {
    const place = places.get(claim)!
    return { claim, rect: rectAt(claim, { x: place.x + by.x, y: place.y + by.y }) }
  })
  const rects = wished.map(({ rect }) => rect)
  const clear = taken.wayClear(rects, WAYS) ?? { x: 0, y: 0 }
  const moves: Move[] = []
  const standing = new Map(claims.filter(stays).map((id) => [id, rectAt(id, graph.placements.get(id)!)]))
  const stand = (claim: string, card: Rect, beside?: Point) => {
    const place = beside ?? (taken.meets(card) ? freePlace(card, taken.rects) : { x: card.x, y: card.y })
    taken.add({ ...card, ...place })
    standing.set(claim, { ...card, ...place })
    moves.push({ placement: graph.placements.get(claim)!.id, ...place })
  }
  // From the top, so that the lower one of two overlapping cards gives way.
  const shifted = wished
    .map(({ claim, rect }) => ({ claim, rect: { ...rect, x: rect.x + clear.x, y: rect.y + clear.y } }))
    .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  for (const { claim, rect } of shifted) if (!comeNearer.has(claim)) stand(claim, rect)
  const besides = placesBeside(graph, standing, taken)
  for (const [step, claims] of beside) {
    const cards = shifted.filter(({ claim }) => claims.includes(claim))
    const at = besides(
      graph.relations.get(step)!,
      cards.map(({ rect }) => rect),
    )
    for (const [index, { claim, rect }] of cards.entries()) stand(claim, rect, at?.[index])
  }
  return moves
}

/** Offsets by which a whole layout can be moved clear of the cards that stay, the shortest first; never up. */
const WAYS: readonly Point[] = [0, 1, 2, 3, 4, 6, 8, 11]
  .flatMap((down) =>
    [0, 1, -1, 2, -2, 3, -3, 5, -5, 8, -8].map((aside) => ({ x: aside * 140, y: down * 80 })),
  )
  .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))

/** The least distance between a layout and the largest coordinate. Map pixels. */
const MARGIN = 100_000

/**
 * The offset from ELK's coordinates to those of the map. It brings the cards that stay to their places, on average; if
 * all move, it keeps the top left corner of the layout.
 */
function shift(
  graph: MapGraph,
  tidied: Tidied,
  places: ReadonlyMap<string, Point>,
  moving: readonly string[],
): Point {
  const isAnchor = (claim: string) =>
    tidied.what === 'branch' ? claim === tidied.claim : graph.placements.get(claim)!.pinned
  const anchors = [...places.keys()].filter(isAnchor)
  const along = (axis: 'x' | 'y'): number => {
    const now = (claim: string) => graph.placements.get(claim)![axis]
    const then = (claim: string) => places.get(claim)![axis]
    const way =
      anchors.length > 0
        ? anchors.reduce((sum, claim) => sum + now(claim) - then(claim), 0) / anchors.length
        : least(moving.map(now)) - least(moving.map(then))
    const [first, last] = [least(moving.map(then)), -least(moving.map((claim) => -then(claim)))]
    const limit = COORDINATE_LIMIT - MARGIN - CARD_GAP
    return Math.max(-limit - first, Math.min(way, limit - last))
  }
  return { x: along('x'), y: along('y') }
}

const least = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), values[0] ?? 0)

/** Whether a map has the same placements and relations as when the layout began. */
export function sameGraph(before: MapGraph, after: MapGraph): boolean {
  return sameEntries(before.placements, after.placements) && sameEntries(before.relations, after.relations)
}

const sameEntries = <Row>(a: ReadonlyMap<string, Row>, b: ReadonlyMap<string, Row>): boolean =>
  a.size === b.size && [...a].every(([id, row]) => b.get(id) === row)
