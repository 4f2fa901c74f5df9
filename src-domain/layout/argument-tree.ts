import type { Relation } from '../records/relation'
import type { Point } from '../canvas/card'
import { byColumn, byRow } from '../canvas/card-order'
import { claimAtEnd, isDirected, premisesOn, type MapGraph } from '../argument/map-graph'

/** A claim and the relations that bear on it: grounds first, then objections. */
export interface Tree {
  readonly claim: string
  readonly branches: readonly Branch[]
}

/** A relation in a tree, with its premises and the relations that undercut it. */
export interface Branch {
  readonly relation: Relation
  readonly premises: readonly Tree[]
  readonly undercuts: readonly Branch[]
}

/** Trees that belong together: those that relations of any kind link to one another, or those of a group. */
export interface Part {
  readonly group: string
  readonly trees: readonly Tree[]
}

/**
 * The trees of a map. Each claim is in one place: a claim with several targets is under the first, by the order in
 * which the relations were made, and a circle is opened at its last relation. So the trees depend on the positions of
 * the cards only for their order: siblings are in the order of their cards, column by column; trees are in the order of
 * their rows.
 * A claim in a group is in a tree of claims of the group.
 * @param claims the claims to lay out
 */
export function argumentTrees(graph: MapGraph, claims: ReadonlySet<string>): Part[] {
  const drawn = [...graph.relations.values()].filter(
    (relation) => claims.has(claimAtEnd(graph, relation)) && relation.premises.some((id) => claims.has(id)),
  )
  const bearsOn = homes(graph, claims, drawn)
  const inside = new Map<string, Relation[]>()
  for (const relation of drawn) {
    const isHome = premisesOn(graph, relation).some((id) => bearsOn.get(id) === relation)
    if (isHome) inside.set(relation.target, [...(inside.get(relation.target) ?? []), relation])
  }
  const at = (claim: string): Point => graph.placements.get(claim)!
  const tree = (claim: string): Tree => ({ claim, branches: branchesInto(claim) })
  const branchesInto = (target: string): Branch[] => {
    const branches = (inside.get(target) ?? []).map(branch)
    const inOrder = byColumn(branches, ({ premises }) => at(premises[0]!.claim))
    return ['support', 'attack'].flatMap((kind) => inOrder.filter(({ relation }) => relation.kind === kind))
  }
  const branch = (relation: Relation): Branch => {
    const premises = premisesOn(graph, relation).filter((id) => bearsOn.get(id) === relation)
    return {
      relation,
      premises: byColumn(premises, at).map(tree),
      undercuts: branchesInto(relation.id),
    }
  }
  const roots = byRow(
    [...claims].filter((claim) => !bearsOn.has(claim)),
    at,
  )
  // Claims that are laid out in columns, after the trees, are read in columns too.
  const inOrder = (part: readonly string[]): string[] => [
    ...part.filter((claim) => inside.has(claim)),
    ...byColumn(
      part.filter((claim) => !inside.has(claim)),
      at,
    ),
  ]
  const parts = linkedParts(graph, roots, claims, drawn).map((part) => {
    const group = groupOf(graph, part[0]!)
    return { group, trees: (group === '' ? part : inOrder(part)).map(tree) }
  })
  const alone = new Set(parts.filter(isAlone))
  return [
    ...parts.filter((part) => !alone.has(part)),
    ...byColumn([...alone], ({ trees }) => at(trees[0]!.claim)),
  ]
}

/** Whether a claim has nothing under it. */
export const isLoose = ({ branches }: Tree): boolean => branches.length === 0

/** Whether a part is a claim without relations, in no group. */
export const isAlone = ({ group, trees }: Part): boolean =>
  group === '' && trees.length === 1 && isLoose(trees[0]!)

const groupOf = (graph: MapGraph, claim: string): string => graph.placements.get(claim)!.group

/** The relation through which each claim is in its tree. Conclusions have none. */
function homes(
  graph: MapGraph,
  claims: ReadonlySet<string>,
  drawn: readonly Relation[],
): Map<string, Relation> {
  const home = new Map<string, Relation>()
  const used = new Set<string>()
  const isAbove = (claim: string, start: string): boolean => {
    for (let at: string | undefined = start; at !== undefined;) {
      if (at === claim) return true
      const relation = home.get(at)
      at = relation && claimAtEnd(graph, relation)
    }
    return false
  }
  const settle = (relation: Relation) => {
    for (const premise of premisesOn(graph, relation)) {
      if (!claims.has(premise) || home.has(premise)) continue
      const end = claimAtEnd(graph, relation)
      if (groupOf(graph, premise) !== groupOf(graph, end) || isAbove(premise, end)) continue
      home.set(premise, relation)
      used.add(relation.id)
    }
  }
  // An undercut is in a tree if its target is, which may be an undercut itself.
  let open = drawn.filter(isDirected)
  for (let before = -1; before !== used.size;) {
    before = used.size
    open = open.filter((relation) => {
      const isLater = relation.targetType === 'relation' && !used.has(relation.target)
      if (!isLater) settle(relation)
      return isLater
    })
  }
  return home
}

/** The roots of the trees that belong together, part by part. */
function linkedParts(
  graph: MapGraph,
  roots: readonly string[],
  claims: ReadonlySet<string>,
  drawn: readonly Relation[],
): string[][] {
  const leader = new Map<string, string>([...claims].map((claim) => [claim, claim]))
  const find = (claim: string): string => {
    let at = claim
    while (leader.get(at) !== at) {
      leader.set(at, leader.get(leader.get(at)!)!)
      at = leader.get(at)!
    }
    return at
  }
  for (const relation of drawn) {
    const end = claimAtEnd(graph, relation)
    for (const premise of relation.premises) {
      const isInside = claims.has(premise) && groupOf(graph, premise) === groupOf(graph, end)
      if (isInside) leader.set(find(premise), find(end))
    }
  }
  const members = new Map<string, string>()
  for (const claim of claims) {
    const group = groupOf(graph, claim)
    if (group !== '' && members.has(group)) leader.set(find(claim), find(members.get(group)!))
    members.set(group, claim)
  }
  const parts = new Map<string, string[]>()
  for (const root of roots) {
    const key = find(root)
    parts.set(key, [...(parts.get(key) ?? []), root])
  }
  return [...parts.values()]
}
