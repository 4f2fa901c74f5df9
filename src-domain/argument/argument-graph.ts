import type { Project } from '../document/project'
import type { Category } from '../records/category'
import type { Claim } from '../records/claim'
import type { Placement } from '../records/placement'
import type { Relation } from '../records/relation'

/** A claim that stands on the map. */
export interface ClaimNode {
  readonly id: string
  readonly claim: Claim
  readonly category: Category
  readonly placement: Placement
}

/** Where the premises of a step meet, or where another step ends on it. */
export interface JunctionNode {
  readonly id: string
  readonly relation: Relation
  /** Premises that are not among the nodes. */
  readonly missing: number
}

export interface ArgumentEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly relation: Relation
  /** A `premise` only leads into a junction; the `step` bears on the target. */
  readonly part: 'premise' | 'step'
}

/** A map as nodes and edges between two of them. Ids are short, of letters and figures, and differ from one another. */
export interface ArgumentGraph {
  readonly claims: readonly ClaimNode[]
  readonly junctions: readonly JunctionNode[]
  readonly edges: readonly ArgumentEdge[]
}

/**
 * A map as programs know graphs, whose edges join two nodes. A step with one premise is one edge. A step with several,
 * and one that other steps aim at, gets a junction: each premise leads into it, one edge leads from it to the target.
 * The oldest claims come first. The steps are those that a picture of the map draws: the target is there, and at least
 * one premise.
 */
export function argumentGraph(project: Project, map: string): ArgumentGraph {
  const claims = claimsOnMap(project, map).map((placement, index): ClaimNode => {
    const claim = project.claims.get(placement.claim)!
    const category = project.categories.get(claim.category)!
    return { id: `c${index + 1}`, claim, category, placement }
  })
  const nodes = new Map(claims.map(({ id, claim }) => [claim.id, id]))
  const steps = drawable(project, nodes)
  const aims = new Set(
    steps.filter(({ targetType }) => targetType === 'relation').map(({ target }) => target),
  )
  const junctions = steps
    .filter(({ id, premises }) => premises.length > 1 || aims.has(id))
    .map((relation, index): JunctionNode => {
      const missing = relation.premises.filter((premise) => !nodes.has(premise)).length
      return { id: `j${index + 1}`, relation, missing }
    })
  const junctionOf = new Map(junctions.map(({ id, relation }) => [relation.id, id]))
  const edges = steps.flatMap((relation): Omit<ArgumentEdge, 'id'>[] => {
    const premises = relation.premises.flatMap((premise) => nodes.get(premise) ?? [])
    const to = (relation.targetType === 'claim' ? nodes : junctionOf).get(relation.target)!
    const junction = junctionOf.get(relation.id)
    if (junction === undefined) return [{ from: premises[0]!, to, relation, part: 'step' }]
    const legs = premises.map((from) => ({ from, to: junction, relation, part: 'premise' as const }))
    return [...legs, { from: junction, to, relation, part: 'step' }]
  })
  return { claims, junctions, edges: edges.map((edge, index) => ({ id: `e${index + 1}`, ...edge })) }
}

/** Where claims stand on a map, the oldest claim first. */
export const claimsOnMap = (project: Project, map: string): Placement[] => {
  const created = (placement: Placement) => project.claims.get(placement.claim)!.created
  return [...project.placements.values()]
    .filter((placement) => placement.map === map)
    .sort((a, b) => compare(created(a), created(b)) || compare(a.claim, b.claim))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The steps whose target is among the claims, or a step that is drawn itself, and of whose premises at least one is. */
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
