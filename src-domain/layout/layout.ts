import { undercutsBeside } from './undercut-placement'
import type { Point } from '../canvas/card'
import { layoutInput, tidiedClaims, type Flow, type LayoutNode, type Tidied } from './layout-input'
import { placesIn, type PlacedNode } from './layout-result'
import type { MapGraph } from '../argument/map-graph'
import { isMirrored } from './preserve-handedness'

/** With more cards than this, a second layout takes too long. */
const MOST_CARDS = 200

/**
 * Lays out the cards of a map with ELK. If the result will be mirrored (see `preserveHandedness`), the room kept for
 * cards beside junctions is on the wrong side, so a second layout is made with the room on the other side. Without it,
 * tidying a tidy map would move cards.
 * @param layOut runs ELK
 * @param heights the heights of the cards by claim, in map pixels
 */
export async function laidOut(
  layOut: (graph: LayoutNode) => Promise<PlacedNode>,
  graph: MapGraph,
  tidied: Tidied,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
): Promise<Map<string, Point>> {
  const claims = tidiedClaims(graph, tidied)
  const ask = async (turned: boolean) =>
    placesIn(await layOut(layoutInput(graph, claims, heights, flow, turned)))
  const places = await ask(false)
  const hasSides = flow === 'down' && claims.size <= MOST_CARDS && undercutsBeside(graph, claims).size > 0
  return hasSides && isMirrored(graph.placements, places, heights, flow) ? ask(true) : places
}
