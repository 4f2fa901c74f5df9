import type { Project } from '../document/project'
import type { Placement } from '../records/placement'
import type { Relation } from '../records/relation'

/** The cards of one map and the relations between them. */
export interface MapGraph {
  /** By claim id, in reading order: top to bottom, then left to right. */
  readonly placements: ReadonlyMap<string, Placement>
  /** The relations that can be drawn, by id: the target and at least one premise are on the map. */
  readonly relations: ReadonlyMap<string, Relation>
  /** The relations by the id of their target, a claim or a relation. */
  readonly into: ReadonlyMap<string, readonly Relation[]>
  /** The relations by the id of each premise on the map. */
  readonly outOf: ReadonlyMap<string, readonly Relation[]>
}

/** The tables from which the graph of a map is built. */
export type Mapped = Pick<Project, 'placements' | 'relations'>

/** The graph of a map. It is cached until a placement or a relation changes. */
export function mapGraph(project: Mapped, map: string): MapGraph {
  const before = graphs.get(project.relations)?.get(map)
  if (before?.of === project.placements) return before.graph
  const graph = graphOf(project, map, before?.graph)
  const others = graphs.get(project.relations) ?? []
  graphs.set(project.relations, new Map([...others, [map, { of: project.placements, graph }]]))
  return graph
}

/** For each table of relations, the last graph of each map and the table of placements (`of`) it was built from. */
const graphs = new WeakMap<object, ReadonlyMap<string, { of: object; graph: MapGraph }>>()

/** @param before an earlier graph of this map with the same relations; reused if only the cards moved */
function graphOf(project: Mapped, map: string, before?: MapGraph): MapGraph {
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

/** The claim that a relation bears on. For an undercut, this is the claim that the undercut relation bears on. */
export function claimAtEnd(graph: MapGraph, relation: Relation): string {
  let at = relation
  while (at.targetType === 'relation') at = graph.relations.get(at.target)!
  return at.target
}

/** Whether a relation has a direction, premises below target. A contradiction is the same from both sides. */
export const isDirected = ({ kind }: Relation): boolean => kind !== 'contradict'

/** The relations to a claim and their undercuts, at any depth. An undercut comes after the relation that it targets. */
export function relationsUnder(graph: MapGraph, claim: string): Relation[] {
  const found = [...(graph.into.get(claim) ?? [])]
  for (let index = 0; index < found.length; index++) found.push(...(graph.into.get(found[index]!.id) ?? []))
  return found
}

/** The premises of a relation that are on the map, in the relation's order. */
export const premisesOn = (graph: MapGraph, { premises }: Relation): string[] =>
  premises.filter((id) => graph.placements.has(id))

/**
 * All claims below a claim: its grounds, the claims that undercut relations to it, and everything below those. The
 * claim itself is included only if the relations form a circle.
 */
export function claimsUnder(graph: MapGraph, claim: string): Set<string> {
  const under = new Set<string>()
  const open = [claim]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const relation of relationsUnder(graph, next).filter(isDirected)) {
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

function isDrawn(project: Mapped, relation: Relation, placements: ReadonlyMap<string, unknown>): boolean {
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
