import type { Point } from '../canvas/card'
import type { MapGraph } from '../argument/map-graph'
import { argumentTrees } from './argument-tree'
import { arranged } from './arrange'
import { tidiedClaims, type Flow, type Tidied } from './tidied'

/**
 * Lays out the cards of a map in the shape of its pane.
 * @param heights the heights of the cards by claim, in map pixels
 * @param aspect the width of the pane divided by its height
 */
export function laidOut(
  graph: MapGraph,
  tidied: Tidied,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
  aspect: number,
): Map<string, Point> {
  return arranged(argumentTrees(graph, tidiedClaims(graph, tidied)), heights, flow, aspect)
}
