import type { Project } from '../document/project'
import type { Category } from '../records/category'
import type { Claim } from '../records/claim'
import type { Placement } from '../records/placement'
import type { Relation } from '../records/relation'

/** A claim on the map. */
export interface ClaimNode {
  readonly id: string
  readonly claim: Claim
  readonly category: Category
  readonly placement: Placement
}

/** Where the premises of a relation meet, or where an undercut ends. */
export interface JunctionNode {
  readonly id: string
  readonly relation: Relation
  /** How many premises are not on the map. */
  readonly missing: number
}

export interface ArgumentEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly relation: Relation
  /** A `premise` edge leads into a junction; a `target` edge ends at the relation's target. */
  readonly part: 'premise' | 'target'
}

/** A map as a graph whose edges join two nodes each. Ids are short (`c1`, `j1`, `e1`) and unique in the graph. */
export interface ArgumentGraph {
  readonly claims: readonly ClaimNode[]
  readonly junctions: readonly JunctionNode[]
  readonly edges: readonly ArgumentEdge[]
}

/**
 * Turns a map into a graph that other programs can read, because a relation may have several premises and an edge has
 * two ends. A relation with one premise becomes one edge. A relation with several premises, or with undercuts, gets a
 * junction node: one edge leads from each premise into the junction, and one from the junction to the target. The
 * oldest claims come first. The graph has the relations that a picture of the map draws (see `drawable`).
 * @param ids whether ids of claims are unique among those of this map, or the same on every map of the project
 */
export function argumentGraph(project: Project, map: string, ids: 'map' | 'project' = 'map'): ArgumentGraph {
  const placements = claimsOnMap(project, map)
  const numbers =
    ids === 'project'
      ? claimNumbers(project, map)
      : new Map(placements.map(({ claim }, index) => [claim, index + 1]))
  const claims = placements.map((placement): ClaimNode => {
    const claim = project.claims.get(placement.claim)!
    const category = project.categories.get(claim.category)!
    return { id: `c${numbers.get(claim.id)!}`, claim, category, placement }
  })
  const nodes = new Map(claims.map(({ id, claim }) => [claim.id, id]))
  const relations = drawable(project, nodes)
  const undercut = new Set(
    relations.filter(({ targetType }) => targetType === 'relation').map(({ target }) => target),
  )
  const junctions = relations
    .filter(({ id, premises }) => premises.length > 1 || undercut.has(id))
    .map((relation, index): JunctionNode => {
      const missing = relation.premises.filter((premise) => !nodes.has(premise)).length
      return { id: `j${index + 1}`, relation, missing }
    })
  const junctionOf = new Map(junctions.map(({ id, relation }) => [relation.id, id]))
  const edges = relations.flatMap((relation): Omit<ArgumentEdge, 'id'>[] => {
    const premises = relation.premises.flatMap((premise) => nodes.get(premise) ?? [])
    const to = (relation.targetType === 'claim' ? nodes : junctionOf).get(relation.target)!
    const junction = junctionOf.get(relation.id)
    if (junction === undefined) return [{ from: premises[0]!, to, relation, part: 'target' }]
    const legs = premises.map((from) => ({ from, to: junction, relation, part: 'premise' as const }))
    return [...legs, { from: junction, to, relation, part: 'target' }]
  })
  return { claims, junctions, edges: edges.map((edge, index) => ({ id: `e${index + 1}`, ...edge })) }
}

/**
 * The numbers of the claims on a map, from 1, the oldest first. Of a project with several maps, those of all its claims,
 * so that a claim has the same number on each map.
 */
export function claimNumbers(project: Project, map: string): ReadonlyMap<string, number> {
  const claims =
    project.maps.size > 1
      ? [...project.claims.values()].sort(byAge)
      : claimsOnMap(project, map).map(({ claim }) => ({ id: claim }))
  return new Map(claims.map(({ id }, index) => [id, index + 1]))
}

const byAge = (a: Claim, b: Claim): number => compare(a.created, b.created) || compare(a.id, b.id)

/** The placements on a map, ordered by the age of their claims, oldest first. */
export const claimsOnMap = (project: Project, map: string): Placement[] => {
  const created = (placement: Placement) => project.claims.get(placement.claim)!.created
  return [...project.placements.values()]
    .filter((placement) => placement.map === map)
    .sort((a, b) => compare(created(a), created(b)) || compare(a.claim, b.claim))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The relations with at least one premise among the claims and a target that is one of the claims or another drawable
 * relation. Relations that target each other in a circle are left out.
 */
export function drawable(project: Project, claims: ReadonlyMap<string, unknown>): Relation[] {
  const known = new Map<string, boolean>()
  const isDrawn = (relation: Relation | undefined): boolean => {
    if (!relation) return false
    const found = known.get(relation.id)
    if (found !== undefined) return found
    const { id, premises, targetType, target } = relation
    known.set(id, false)
    const isThere = targetType === 'claim' ? claims.has(target) : isDrawn(project.relations.get(target))
    const drawn = isThere && premises.some((premise) => claims.has(premise))
    known.set(id, drawn)
    return drawn
  }
  return [...project.relations.values()].filter(isDrawn)
}
