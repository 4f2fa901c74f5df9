import { claimAtEnd, relationsUnder, type MapGraph } from './map-graph'

/** The claims on the map that are at most `distance` relations away from one of the given claims, these included. */
export function neighbourhood(graph: MapGraph, claims: readonly string[], distance: number): Set<string> {
  const near = new Set(claims.filter((id) => graph.placements.has(id)))
  let edge = [...near]
  for (let away = 0; away < distance && edge.length > 0; away++) {
    const next = new Set(edge.flatMap((claim) => related(graph, claim)))
    edge = [...next].filter((id) => graph.placements.has(id) && !near.has(id))
    for (const id of edge) near.add(id)
  }
  return near
}

/** All claims that share a relation with a claim. An undercut is also shared by the ends of the relation it targets. */
function related(graph: MapGraph, claim: string): string[] {
  const own = graph.outOf.get(claim) ?? []
  const ends = own.flatMap((relation) => [claimAtEnd(graph, relation), ...relation.premises])
  const about = own.flatMap(({ id }) => graph.into.get(id) ?? [])
  const disputed = own.flatMap(({ target }) => graph.relations.get(target)?.premises ?? [])
  const premises = [...relationsUnder(graph, claim), ...about].flatMap((relation) => relation.premises)
  return [...ends, ...disputed, ...premises]
}
