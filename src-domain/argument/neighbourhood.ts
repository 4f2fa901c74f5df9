import { claimAtEnd, relationsUnder, type MapGraph } from './map-graph'

/** The claims on the map that are at most so many relations away from one of these, themselves among them. */
export function neighbourhood(graph: MapGraph, claims: readonly string[], steps: number): Set<string> {
  const near = new Set(claims.filter((id) => graph.placements.has(id)))
  let edge = [...near]
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const next = new Set(edge.flatMap((claim) => besides(graph, claim)))
    edge = [...next].filter((id) => graph.placements.has(id) && !near.has(id))
    for (const id of edge) near.add(id)
  }
  return near
}

/** Everything that shares a relation with a claim; an undercut is shared by all whose step it is about. */
function besides(graph: MapGraph, claim: string): string[] {
  const own = graph.outOf.get(claim) ?? []
  const ends = own.flatMap((relation) => [claimAtEnd(graph, relation), ...relation.premises])
  const about = own.flatMap(({ id }) => graph.into.get(id) ?? [])
  const disputed = own.flatMap(({ target }) => graph.relations.get(target)?.premises ?? [])
  const premises = [...relationsUnder(graph, claim), ...about].flatMap((relation) => relation.premises)
  return [...ends, ...disputed, ...premises]
}
