import { claimsUnder, type MapGraph } from '../argument/map-graph'

/** The part of a map to lay out: the whole map, a claim with everything under it, or some cards. */
export type Tidied =
  | { readonly what: 'map' }
  | { readonly what: 'branch'; readonly claim: string }
  | { readonly what: 'selection'; readonly claims: readonly string[] }

/** Where premises are placed: below their target, or to the right of it. */
export type Flow = 'down' | 'right'

/** The claims whose cards are laid out, including pinned ones. */
export function tidiedClaims(graph: MapGraph, tidied: Tidied): Set<string> {
  if (tidied.what === 'map') return new Set(graph.placements.keys())
  const claims =
    tidied.what === 'branch' ? [tidied.claim, ...claimsUnder(graph, tidied.claim)] : tidied.claims
  return new Set(claims.filter((claim) => graph.placements.has(claim)))
}
