import { COORDINATE_LIMIT } from '../records/record'
import { CARD_GAP, CARD_WIDTH, type Point, type Rect } from '../canvas/card'
import { freePlace } from '../canvas/free-place'
import { OccupiedArea } from '../canvas/occupied-area'
import type { MapGraph } from '../argument/map-graph'
import type { Tidied } from './tidied'

/** The new position of a card. */
export interface Move extends Point {
  readonly placement: string
}

/**
 * The moves that a layout leads to. Pinned cards, cards that were not laid out and the top card of a branch are not
 * moved; the others are kept clear of them and of one another.
 * @param places the positions by claim (see `laidOut`)
 * @param heights the heights of all cards on the map by claim
 */
export function layoutMoves(
  graph: MapGraph,
  tidied: Tidied,
  places: ReadonlyMap<string, Point>,
  heights: ReadonlyMap<string, number>,
): Move[] {
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
  const by = shift(graph, tidied, places, moving)
  const wished = moving.map((claim) => {
    const place = places.get(claim)!
    return { claim, rect: rectAt(claim, { x: place.x + by.x, y: place.y + by.y }) }
  })
  const clear = taken.wayClear(
    wished.map(({ rect }) => rect),
    WAYS,
  ) ?? { x: 0, y: 0 }
  // From the top, so that the lower one of two overlapping cards gives way.
  return wished
    .map(({ claim, rect }) => ({ claim, rect: { ...rect, x: rect.x + clear.x, y: rect.y + clear.y } }))
    .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
    .map(({ claim, rect }) => {
      const place = taken.meets(rect) ? freePlace(rect, taken.rects) : { x: rect.x, y: rect.y }
      taken.add({ ...rect, ...place })
      return { placement: graph.placements.get(claim)!.id, ...place }
    })
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
 * The offset from the coordinates of the layout to those of the map. It brings the cards that stay to their places, on
 * average; if all move, it keeps the top left corner of the layout.
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
