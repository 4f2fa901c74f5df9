import type { Relation } from '../records/relation'
import { claimAtEnd, claimsUnder, isStep, relationsUnder, type MapGraph } from './map-graph'

/** What is hidden on a map. */
export interface Hidden {
  /** The collapsed card that hides it, by each hidden claim. It is itself in sight. */
  readonly by: ReadonlyMap<string, string>
  /** What each collapsed card hides; nothing is told of one that is hidden itself. */
  readonly under: ReadonlyMap<string, readonly string[]>
}

/** What the collapsed cards of a map hide: what reaches the rest of the map only through them. */
export function hiddenOn(graph: MapGraph): Hidden {
  const known = told.get(graph) ?? hide(graph)
  told.set(graph, known)
  return known
}

/** Every card asks, and they all ask of one graph. */
const told = new WeakMap<MapGraph, Hidden>()

function hide(graph: MapGraph): Hidden {
  const by = new Map<string, string>()
  for (const { claim, collapsed } of graph.placements.values()) {
    // One that another hides already hides nothing: two in a circle would both be gone.
    if (!collapsed || by.has(claim)) continue
    for (const each of onlyThrough(graph, claim)) by.set(each, claim)
  }
  const under = new Map<string, string[]>()
  for (const [claim, above] of by) under.set(above, [...(under.get(above) ?? []), claim])
  return { by, under }
}

/** The collapsed cards to open so that a claim is in sight, from the outermost in; none when it is. */
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
 * The relations as they are drawn while cards are hidden: what is hidden stands where the card that hides it does. A
 * relation of which nothing is left then is left out.
 */
export function relationsAsDrawn(graph: MapGraph, { by }: Hidden): ReadonlyMap<string, Relation> {
  if (by.size === 0) return graph.relations
  const drawn = new Map<string, Relation>()
  for (const relation of graph.relations.values()) {
    const end = claimAtEnd(graph, relation)
    const target = by.get(end)
    // A step under the hiding card is not there to be undercut: its undercut leads to the card.
    const step = relation.targetType === 'relation' ? graph.relations.get(relation.target) : undefined
    const stepGone = step !== undefined && premisesInSight(step, by).length === 0
    const premises = premisesInSight(relation, by)
    if (!premises.some((id) => graph.placements.has(id))) continue
    const to = target ?? (stepGone ? end : undefined)
    if (to !== undefined && premises.includes(to)) continue
    const moved = to === undefined ? relation : { ...relation, targetType: 'claim' as const, target: to }
    drawn.set(relation.id, premises.length === relation.premises.length ? moved : { ...moved, premises })
  }
  return drawn
}

const premisesInSight = (relation: Relation, by: ReadonlyMap<string, string>): string[] =>
  relation.premises.filter((id) => !by.has(id))

/** The claims under a claim that reach the rest of the map only through it; never the claim itself. */
function onlyThrough(graph: MapGraph, claim: string): Set<string> {
  const under = claimsUnder(graph, claim)
  under.delete(claim)
  const leaves = (id: string): boolean =>
    [...(graph.outOf.get(id) ?? []), ...(graph.into.get(id) ?? []).filter((each) => !isStep(each))].some(
      (relation) => {
        const end = claimAtEnd(graph, relation)
        const ends = isStep(relation) ? [end] : [end, ...relation.premises]
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

/** Those whose way out may lead by this claim. */
function dependentsOf(graph: MapGraph, claim: string): string[] {
  const contradictions = (graph.outOf.get(claim) ?? []).filter((each) => !isStep(each))
  return [
    ...relationsUnder(graph, claim).flatMap(({ premises }) => premises),
    ...contradictions.flatMap(({ premises, target }) => [target, ...premises]),
  ]
}
