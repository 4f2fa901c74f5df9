import type { Relation } from '../records/relation'
import { claimAtEnd, claimsUnder, isDirected, relationsUnder, type MapGraph } from './map-graph'

/** The cards that collapsed cards hide on a map. */
export interface Hidden {
  /** Maps each hidden claim to the visible, collapsed card that hides it. */
  readonly by: ReadonlyMap<string, string>
  /** Maps each visible collapsed card to the claims it hides. A collapsed card that is hidden itself has no entry. */
  readonly under: ReadonlyMap<string, readonly string[]>
}

/** The cards that reach the rest of the map only through a collapsed card. The result is cached for each graph. */
export function hiddenOn(graph: MapGraph): Hidden {
  const known = cache.get(graph) ?? hide(graph)
  cache.set(graph, known)
  return known
}

/** Every card on screen calls `hiddenOn` with the same graph. */
const cache = new WeakMap<MapGraph, Hidden>()

function hide(graph: MapGraph): Hidden {
  const by = new Map<string, string>()
  for (const { claim, collapsed } of graph.placements.values()) {
    // A card that is already hidden hides nothing: otherwise two collapsed cards in a circle would hide each other.
    if (!collapsed || by.has(claim)) continue
    for (const each of onlyThrough(graph, claim)) by.set(each, claim)
  }
  const under = new Map<string, string[]>()
  for (const [claim, above] of by) under.set(above, [...(under.get(above) ?? []), claim])
  return { by, under }
}

/** The collapsed cards to expand so that a claim becomes visible, outermost first. Empty if it is visible already. */
export function openersOf(graph: MapGraph, claim: string): string[] {
  const openers: string[] = []
  let at = graph
  for (let by = hiddenOn(at).by.get(claim); by !== undefined; by = hiddenOn(at).by.get(claim)) {
    openers.push(by)
    const placement = { ...at.placements.get(by)!, collapsed: false }
    at = { ...at, placements: new Map(at.placements).set(by, placement) }
  }
  return openers
}

/**
 * The relations as they are drawn while cards are hidden. A hidden target is replaced by the card that hides it, hidden
 * premises are left out, and a relation without a visible premise, or from a card to itself, is not drawn.
 */
export function relationsAsDrawn(graph: MapGraph, { by }: Hidden): ReadonlyMap<string, Relation> {
  if (by.size === 0) return graph.relations
  const drawn = new Map<string, Relation>()
  for (const relation of graph.relations.values()) {
    const end = claimAtEnd(graph, relation)
    const target = by.get(end)
    // A relation whose premises are all hidden has no junction to point at: its undercut points at the claim instead.
    const disputed = relation.targetType === 'relation' ? graph.relations.get(relation.target) : undefined
    const disputedGone = disputed !== undefined && premisesInSight(disputed, by).length === 0
    const premises = premisesInSight(relation, by)
    if (!premises.some((id) => graph.placements.has(id))) continue
    const to = target ?? (disputedGone ? end : undefined)
    if (to !== undefined && premises.includes(to)) continue
    const moved = to === undefined ? relation : { ...relation, targetType: 'claim' as const, target: to }
    drawn.set(relation.id, premises.length === relation.premises.length ? moved : { ...moved, premises })
  }
  return drawn
}

const premisesInSight = (relation: Relation, by: ReadonlyMap<string, string>): string[] =>
  relation.premises.filter((id) => !by.has(id))

/** The claims under a claim, without the claim itself, that reach the rest of the map only through it. */
function onlyThrough(graph: MapGraph, claim: string): Set<string> {
  const under = claimsUnder(graph, claim)
  under.delete(claim)
  const leaves = (id: string): boolean =>
    [...(graph.outOf.get(id) ?? []), ...(graph.into.get(id) ?? []).filter((each) => !isDirected(each))].some(
      (relation) => {
        const end = claimAtEnd(graph, relation)
        const ends = isDirected(relation) ? [end] : [end, ...relation.premises]
        return ends.some((each) => graph.placements.has(each) && each !== claim && !under.has(each))
      },
    )
  let open = [...under].filter(leaves)
  while (open.length > 0) {
    for (const id of open) under.delete(id)
    const touched = new Set(open.flatMap((id) => dependentsOf(graph, id)))
    open = [...touched].filter((id) => under.has(id) && leaves(id))
  }
  return under
}

/** The claims that may reach the rest of the map through this one. */
function dependentsOf(graph: MapGraph, claim: string): string[] {
  const contradictions = (graph.outOf.get(claim) ?? []).filter((each) => !isDirected(each))
  return [
    ...relationsUnder(graph, claim).flatMap(({ premises }) => premises),
    ...contradictions.flatMap(({ premises, target }) => [target, ...premises]),
  ]
}
