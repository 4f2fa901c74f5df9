import { excerptsByClaim } from '../queries/excerpt-index'
import type { Framework } from './framework'
import { BASE_KINDS, passageForce, type Grounds, type Weighed } from './grounds'
import { ListsBuilder, listOf, type Lists } from './lists'
import type { Supposing } from './supposing'
import type { ProjectFramework } from './verdict'

/** A thing on which a verdict can rest and that can be given up. */
export interface Thing {
  readonly kind: 'source' | 'claim' | 'step'
  readonly id: string
}

export const thingKey = ({ kind, id }: Thing): string => `${kind}:${id}`

/** A passage that carries a claim, as far as its source counts. */
interface CarryingPassage {
  readonly source: string
  readonly force: number
  /** The force that it would have if its source were completely reliable. */
  readonly most: number
}

/**
 * All that leads to a claim, backwards through reasons, objections, undercuts, backings and premises: its verdict depends
 * on nothing else. Nodes have numbers of their own; the claim is node 0.
 */
export interface Cone {
  readonly framework: Framework & { readonly grounds: Grounds }
  readonly claims: readonly string[]
  /** The relation of each step, from the first step on. */
  readonly relations: readonly string[]
  /** The passages of each claim that has its base from them, the one with the lowest id first. */
  readonly passages: readonly (readonly CarryingPassage[])[]
}

/** Cuts the cone of a claim out of a framework. */
export function coneOf(
  project: Weighed,
  framework: ProjectFramework,
  supposing: Supposing,
  claim: number,
): Cone {
  const { graph, grounds, off } = framework
  const nodes = nodesOf(graph, claim)
  const at = new Map(nodes.map((node, i) => [node, i]))
  const firstStep = nodes.findIndex((node) => node >= graph.firstStep)
  const claims = firstStep < 0 ? nodes.length : firstStep
  const inCone = (lists: Lists): Lists => {
    const builder = new ListsBuilder()
    nodes.forEach((node, i) => {
      for (const item of listOf(lists, node)) {
        const local = at.get(item)
        if (local !== undefined) builder.add(i, local)
      }
    })
    return builder.done(nodes.length)
  }
  const picked = (values: Uint8Array, of: readonly number[]) => Uint8Array.from(of, (node) => values[node]!)
  const ofClaims = nodes.slice(0, claims)
  return {
    framework: {
      graph: {
        firstStep: claims,
        nodes: nodes.length,
        strength: picked(graph.strength, nodes),
        supports: picked(graph.supports, nodes),
        premises: inCone(graph.premises),
        uses: inCone(graph.uses),
        targets: inCone(graph.targets),
        pro: inCone(graph.pro),
        contra: inCone(graph.contra),
      },
      grounds: {
        base: picked(grounds.base, ofClaims),
        bare: picked(grounds.bare, ofClaims),
        kind: picked(grounds.kind, ofClaims),
        role: picked(grounds.role, ofClaims),
        given: picked(grounds.given, ofClaims),
        supposed: picked(grounds.supposed, ofClaims),
        aside: picked(grounds.aside, ofClaims),
      },
      off: picked(off, nodes),
    },
    claims: ofClaims.map((node) => graph.claims[node]!),
    relations: nodes.slice(claims).map((node) => graph.relations[graph.relationOf[node]!]!),
    passages: ofClaims.map((node) =>
      BASE_KINDS[grounds.kind[node]!] === 'passages'
        ? passagesOf(project, graph.claims[node]!, supposing)
        : [],
    ),
  }
}

/** Whether the cone of a claim has at most that many nodes. Takes no longer for larger ones. */
export const isConeWithin = (graph: ProjectFramework['graph'], claim: number, most: number): boolean =>
  leadingTo(graph, claim, most).size <= most

/** The claim and all nodes that lead to it, or more than `most` of them. */
function leadingTo(
  { premises, pro, contra }: ProjectFramework['graph'],
  claim: number,
  most = Infinity,
): Set<number> {
  const seen = new Set([claim])
  const open = [claim]
  for (let x = open.pop(); x !== undefined && seen.size <= most; x = open.pop()) {
    for (const lists of [premises, pro, contra]) {
      for (const y of listOf(lists, x)) {
        if (seen.has(y)) continue
        seen.add(y)
        open.push(y)
      }
    }
  }
  return seen
}

/** The nodes of the cone: the claim, the other claims, then the steps, each in the order of the graph. */
function nodesOf(graph: ProjectFramework['graph'], claim: number): number[] {
  const seen = leadingTo(graph, claim)
  const { firstStep } = graph
  seen.delete(claim)
  const rest = [...seen].sort((a, b) => a - b)
  return [claim, ...rest.filter((x) => x < firstStep), ...rest.filter((x) => x >= firstStep)]
}

function passagesOf(project: Weighed, claim: string, { sources }: Supposing): CarryingPassage[] {
  const list = (excerptsByClaim(project).get(claim) ?? []).filter(({ source }) => !sources.has(source))
  return [...list]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((passage) => ({
      source: passage.source,
      force: passageForce(project, passage),
      most: passageForce(project, passage, 'A'),
    }))
}

/** The framework of a cone when things are given up: sources and steps are off, claims set aside. */
export function without(cone: Cone, given: ReadonlySet<string>): Framework {
  if (given.size === 0) return cone.framework
  const { graph, grounds, off } = cone.framework
  const base = grounds.base.slice()
  const aside = grounds.aside.slice()
  const stepsOff = off.slice()
  cone.claims.forEach((id, x) => {
    if (given.has(`claim:${id}`)) aside[x] = 1
    const passages = cone.passages[x]!
    if (passages.length > 0) base[x] = carried(passages, given)
  })
  cone.relations.forEach((id, i) => {
    if (given.has(`step:${id}`)) stepsOff[graph.firstStep + i] = 1
  })
  return { graph, grounds: { ...grounds, base, aside }, off: stepsOff }
}

/** The force of the strongest passage whose source is not given up. */
function carried(passages: readonly CarryingPassage[], given: ReadonlySet<string>): number {
  let best = 0
  for (const { source, force } of passages) {
    if (force > best && !given.has(`source:${source}`)) best = force
  }
  return best
}
