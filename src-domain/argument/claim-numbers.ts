import type { MapGraph } from './map-graph'
import { outlineOrder } from './presentation'

/** The number of each claim on a map, from 1, in the order of the outline. */
export type ClaimNumbers = ReadonlyMap<string, number>

/**
 * Numbers the claims of a map. The outline, the report and the picture show these numbers, also where they show only a
 * part of the map.
 */
export function claimNumbers(graph: MapGraph): ClaimNumbers {
  const known = numbers.get(graph)
  if (known) return known
  const found = new Map(outlineOrder(graph).map((claim, index) => [claim, index + 1]))
  numbers.set(graph, found)
  return found
}

const numbers = new WeakMap<MapGraph, ClaimNumbers>()
