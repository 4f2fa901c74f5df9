import { byColumn } from '../canvas/card-order'
import { RELATION_KINDS, type Relation } from '../records/relation'
import { isDirected, premisesOn, type MapGraph } from './map-graph'

/** The claims of a map at which its argument begins: those that bear on no other claim. */
export interface Conclusions {
  /** Groups of conclusions that contradict one another. */
  readonly rivals: readonly (readonly string[])[]
  /** Other conclusions with grounds, objections or contradictions. */
  readonly single: readonly string[]
  /** Claims without relations. */
  readonly alone: readonly string[]
}

/** The conclusions of a map, each kind in the reading order of the cards. Claims in a circle have none. */
export function conclusionsOf(graph: MapGraph): Conclusions {
  const into = (claim: string) => graph.into.get(claim) ?? []
  const outOf = (claim: string) => graph.outOf.get(claim) ?? []
  const roots = [...graph.placements.keys()].filter((claim) => !outOf(claim).some(isDirected))
  const groups = rivalGroups(graph, roots)
  const others = groups.filter((group) => group.length === 1).flat()
  const isJoined = (claim: string) => into(claim).length + outOf(claim).length > 0
  return {
    rivals: groups.filter((group) => group.length > 1),
    single: others.filter(isJoined),
    alone: others.filter((claim) => !isJoined(claim)),
  }
}

/** Groups conclusions that contradictions connect. Groups and their claims keep the order of the conclusions. */
function rivalGroups(graph: MapGraph, roots: readonly string[]): string[][] {
  const groupOf = new Map(roots.map((claim) => [claim, [claim]]))
  const place = new Map(roots.map((claim, index) => [claim, index]))
  for (const { kind, premises, target } of graph.relations.values()) {
    if (kind !== 'contradict') continue
    for (const premise of premises) {
      const [one, other] = [groupOf.get(target), groupOf.get(premise)]
      if (!one || !other || one === other) continue
      one.push(...other)
      for (const claim of other) groupOf.set(claim, one)
    }
  }
  return [...new Set(roots.map((claim) => groupOf.get(claim)!))].map((group) =>
    group.sort((a, b) => place.get(a)! - place.get(b)!),
  )
}

/**
 * The relations to a claim or a relation in the order in which outline and report list them: supports, attacks, then
 * contradictions, each in the order of the cards of their first premises, column by column.
 */
export function relationsInto(graph: MapGraph, type: Relation['targetType'], target: string): Relation[] {
  // A claim and a relation may have the same id: ids are unique only within a table.
  const all = (graph.into.get(target) ?? []).filter(({ targetType }) => targetType === type)
  if (all.length < 2) return all
  const inOrder = byColumn(all, (relation) => graph.placements.get(premisesOn(graph, relation)[0]!)!)
  return RELATION_KINDS.flatMap((kind) => inOrder.filter((relation) => relation.kind === kind))
}
