import type { Project } from '../document/project'
import { differingIds } from '../document/table-after'
import type { Relation } from '../records/relation'
import { strengthForce } from './forces'
import { ListsBuilder, type Lists } from './lists'

/**
 * What is weighed: claims and steps, as nodes with numbers. Claims are the nodes below `firstStep`, steps the others. A
 * support or an attack is one step. A contradiction of k claims is k steps, each of all others together against one, so
 * that it is the same from every side.
 */
export interface Graph {
  readonly claims: readonly string[]
  readonly claimAt: ReadonlyMap<string, number>
  readonly relations: readonly string[]
  readonly relationAt: ReadonlyMap<string, number>
  readonly firstStep: number
  readonly nodes: number
  /** The first step of each relation; its last one is before that of the next. */
  readonly stepsFrom: Int32Array
  /** The number of the relation of each step; -1 for claims. */
  readonly relationOf: Int32Array
  /** The force of each step by itself; 0 for claims, and for steps with a premise that is gone. */
  readonly strength: Uint8Array
  /** 1 for steps of supports. */
  readonly supports: Uint8Array
  readonly premises: Lists
  /** The steps of which a claim is a premise. */
  readonly uses: Lists
  /** What a step leads to. */
  readonly targets: Lists
  /** What speaks for a node: the reasons of a claim, the backings of a step. */
  readonly pro: Lists
  /** What speaks against a node: the objections to a claim, the undercuts of a step. */
  readonly contra: Lists
  /** 1 for claims to which a support leads in the project: they are no premises of the analyst's own. */
  readonly supported: Uint8Array
}

interface Step {
  readonly relation: number
  readonly premises: readonly string[]
  readonly target: string
}

/** Builds the graph of a project's claims and relations. References to records that are gone lead nowhere. */
export function buildGraph(project: Pick<Project, 'claims' | 'relations'>): Graph {
  const claims = [...project.claims.keys()]
  const claimAt = new Map(claims.map((id, at) => [id, at]))
  const records = [...project.relations.values()]
  const relationAt = new Map(records.map(({ id }, at) => [id, at]))
  const firstStep = claims.length
  const stepsFrom = new Int32Array(records.length + 1)
  const steps: Step[] = []
  records.forEach((record, at) => {
    stepsFrom[at] = firstStep + steps.length
    for (const step of stepsOf(record, at)) steps.push(step)
  })
  const nodes = firstStep + steps.length
  stepsFrom[records.length] = nodes
  const graph = {
    claims,
    claimAt,
    relations: records.map(({ id }) => id),
    relationAt,
    firstStep,
    nodes,
    stepsFrom,
    relationOf: new Int32Array(nodes).fill(-1),
    strength: new Uint8Array(nodes),
    supports: new Uint8Array(nodes),
    supported: new Uint8Array(firstStep),
  }
  const lists = {
    premises: new ListsBuilder(),
    uses: new ListsBuilder(),
    targets: new ListsBuilder(),
    pro: new ListsBuilder(),
    contra: new ListsBuilder(),
  }
  steps.forEach(({ relation, premises, target }, at) => {
    const step = firstStep + at
    const record = records[relation]!
    const supports = record.kind === 'support'
    graph.relationOf[step] = relation
    graph.strength[step] = premises.every((premise) => claimAt.has(premise)) ? strengthForce(record) : 0
    graph.supports[step] = supports ? 1 : 0
    for (const id of premises) {
      const premise = claimAt.get(id)
      if (premise === undefined) continue
      lists.premises.add(step, premise)
      lists.uses.add(premise, step)
    }
    const side = supports ? lists.pro : lists.contra
    const leadsTo = (node: number) => {
      lists.targets.add(step, node)
      side.add(node, step)
    }
    if (record.targetType === 'claim') {
      const claim = claimAt.get(target)
      if (claim === undefined) return
      leadsTo(claim)
      if (supports) graph.supported[claim] = 1
    } else {
      const to = relationAt.get(target)
      if (to === undefined) return
      for (let node = stepsFrom[to]!; node < stepsFrom[to + 1]!; node++) leadsTo(node)
    }
  })
  return {
    ...graph,
    premises: lists.premises.done(nodes),
    uses: lists.uses.done(nodes),
    targets: lists.targets.done(nodes),
    pro: lists.pro.done(nodes),
    contra: lists.contra.done(nodes),
  }
}

function stepsOf({ kind, premises, target }: Relation, relation: number): Step[] {
  if (kind !== 'contradict') return [{ relation, premises, target }]
  const all = [...premises, target]
  return all.map((one) => ({ relation, premises: all.filter((other) => other !== one), target: one }))
}

interface Known {
  readonly claims: Project['claims']
  readonly relations: Project['relations']
  readonly graph: Graph
}

let last: Known | undefined

/**
 * The graph of a project. That of the project before is used again while claims and relations come and go nowhere, with
 * other strengths if those have changed.
 */
export function graphOf(project: Pick<Project, 'claims' | 'relations'>): Graph {
  const { claims, relations } = project
  const isSame = last !== undefined && (last.claims === claims || sameIds(last.graph.claims, claims))
  const graph = (isSame && last && withStrengths(last, relations)) || buildGraph(project)
  last = { claims, relations, graph }
  return graph
}

/** Whether two graphs have the same nodes, which lead to the same others. Strengths may differ. */
export const isSameShape = (one: Pick<Graph, 'targets'>, other: Pick<Graph, 'targets'>): boolean =>
  one.targets === other.targets

/** The graph with the strengths that relations have now; undefined if one came or went, or leads elsewhere. */
function withStrengths(known: Known, relations: Project['relations']): Graph | undefined {
  const { graph } = known
  const changed = differingIds(known.relations, relations)
  if (changed.length === 0) return graph
  const strength = graph.strength.slice()
  for (const id of changed) {
    const [was, is] = [known.relations.get(id), relations.get(id)]
    if (!was || !is || !leadsAlike(was, is)) return undefined
    const at = graph.relationAt.get(id)!
    // A step with a premise that is gone stays without force.
    for (let step = graph.stepsFrom[at]!; step < graph.stepsFrom[at + 1]!; step++)
      if (strength[step]! > 0) strength[step] = strengthForce(is)
  }
  return strength.every((force, node) => force === graph.strength[node]) ? graph : { ...graph, strength }
}

const leadsAlike = (one: Relation, other: Relation): boolean =>
  one.kind === other.kind &&
  one.targetType === other.targetType &&
  one.target === other.target &&
  one.premises.length === other.premises.length &&
  one.premises.every((premise, i) => premise === other.premises[i])

function sameIds(ids: readonly string[], table: Project['claims']): boolean {
  if (ids.length !== table.size) return false
  let at = 0
  for (const id of table.keys()) if (ids[at++] !== id) return false
  return true
}
