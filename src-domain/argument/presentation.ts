import type { ArgumentMap } from '../records/map'
import type { MapGraph } from './map-graph'
import { outline } from './outline'

/**
 * The claims in the order in which a map is presented: the presentation steps that the analyst set, without those no
 * longer on the map, or the order of the outline if none are left.
 */
export function presentation(graph: MapGraph, { steps }: Pick<ArgumentMap, 'steps'>): string[] {
  const set = steps.filter((claim) => graph.placements.has(claim))
  return set.length > 0 ? set : outlineOrder(graph)
}

/** Every claim on the map exactly once, in the order of the outline. */
export const outlineOrder = (graph: MapGraph): string[] =>
  outline(graph).flatMap(({ claim, reference }) => (claim === undefined || reference ? [] : claim))
