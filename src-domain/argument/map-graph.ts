import type { Project } from '../document/project'
import type { Placement } from '../records/placement'
import type { Relation } from '../records/relation'

/** What stands on one map, and what bears on what there. */
export interface MapGraph {
  /** By claim, in reading order: from top to bottom, from left to right where two stand at one height. */
  readonly placements: ReadonlyMap<string, Placement>
  /** The relations that can be drawn: what they lead to stands on the map, and at least one premise does. */
  readonly relations: ReadonlyMap<string, Relation>
  /** By what they lead to: a claim or a relation. */
  readonly into: ReadonlyMap<string, readonly Relation[]>
  /** By each premise that stands on the map. */
  readonly outOf: ReadonlyMap<string, readonly Relation[]>
}

/** The graph of a map, made once for each version of what stands on it. */
export function mapGraph(project: Project, map: string): MapGraph {
  const before = graphs.get(project.relations)?.get(map)
  if (before?.of === project.placements) return before.graph
  const graph = graphOf(project, map, before?.graph)
  const others = graphs.get(project.relations) ?? []
  graphs.set(project.relations, new Map([...others, [map, { of: project.placements, graph }]]))
  return graph
}

/** The graphs that were made last with these relations. */
const graphs = new WeakMap<object, ReadonlyMap<string, { of: object; graph: MapGraph }>>()

/** @param before the graph of the map with the same relations, when cards may have stood elsewhere */
function graphOf(project: Project, map: string, before?: MapGraph): MapGraph {
  const placements = new Map(
    [...project.placements.values()]
      .filter((placement) => placement.map === map)
      .sort(inReadingOrder)
      .map((placement) => [placement.claim, placement]),
  )
  const moved =
    before?.placements.size === placements.size &&
    [...placements.keys()].every((id) => before.placements.has(id))
  if (moved) return { ...before, placements }
  const relations = new Map<string, Relation>()
  const into = new Map<string, Relation[]>()
  const outOf = new Map<string, Relation[]>()
  for (const relation of project.relations.values()) {
    const premises = relation.premises.filter((id) => placements.has(id))
    if (premises.length === 0 || !isDrawn(project, relation, placements)) continue
    relations.set(relation.id, relation)
    add(into, relation.target, relation)
    for (const premise of premises) add(outOf, premise, relation)
  }
  return { placements, relations, into, outOf }
}

/** The claim that a relation leads to in the end, by way of the steps that it is about. */
export function claimAtEnd(graph: MapGraph, relation: Relation): string {
  let at = relation
  while (at.targetType === 'relation') at = graph.relations.get(at.target)!
  return at.target
}

/** Whether its premises stand under its target: all but contradictions, which are the same from either side. */
export const isStep = ({ kind }: Relation): boolean => kind !== 'contradict'

/** The relations into a claim and into the steps to it, those about steps behind the step. */
export function relationsUnder(graph: MapGraph, claim: string): Relation[] {
  const found = [...(graph.into.get(claim) ?? [])]
  for (let index = 0; index < found.length; index++) found.push(...(graph.into.get(found[index]!.id) ?? []))
  return found
}

/** The premises of a relation that stand on the map, in its order. */
export const premisesOn = (graph: MapGraph, { premises }: Relation): string[] =>
  premises.filter((id) => graph.placements.has(id))

/** All claims under a claim: what bears on it or on a step to it, and so on. The claim itself is among them in a circle. */
export function claimsUnder(graph: MapGraph, claim: string): Set<string> {
  const under = new Set<string>()
  const open = [claim]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const relation of relationsUnder(graph, next).filter(isStep)) {
      for (const premise of premisesOn(graph, relation)) {
        if (!under.has(premise)) open.push(premise)
        under.add(premise)
      }
    }
  }
  return under
}

const inReadingOrder = (a: Placement, b: Placement): number =>
  a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1)

function isDrawn(project: Project, relation: Relation, placements: ReadonlyMap<string, unknown>): boolean {
  const seen = new Set<string>()
  let at: Relation | undefined = relation
  while (at && !seen.has(at.id) && at.premises.some((id) => placements.has(id))) {
    if (at.targetType === 'claim') return placements.has(at.target)
    seen.add(at.id)
    at = project.relations.get(at.target)
  }
  return false
}

function add(index: Map<string, Relation[]>, key: string, relation: Relation): void {
  const others = index.get(key)
  if (others) others.push(relation)
  else index.set(key, [relation])
}
