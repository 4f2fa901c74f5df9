import { undercutsBeside } from './undercut-placement'
import type { Point } from '../canvas/card'
import { layoutInput, tidiedClaims, type Flow, type LayoutNode, type Tidied } from './layout-input'
import { placesIn, type PlacedNode } from './layout-result'
import type { MapGraph } from '../argument/map-graph'
import { isMirrored } from './preserve-handedness'

/** Of more cards than this, a second layout is waited for too long. */
const FEW = 200

/**
 * Where a layout puts the cards. What stands beside a step has room kept for it on one side, which is the wrong one
 * where the answer will be turned over: then it is asked for once more, so that tidying a tidy map moves nothing.
 * @param layOut asks ELK
 * @param heights of each card, by claim; map pixels
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
  const hasSides = flow === 'down' && claims.size <= FEW && undercutsBeside(graph, claims).size > 0
  return hasSides && isMirrored(graph.placements, places, heights, flow) ? ask(true) : places
}
