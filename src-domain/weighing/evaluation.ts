import { STRONG } from './forces'
import type { Graph } from './graph'
import type { Grounds } from './grounds'
import { highest } from './lists'
import { Possible } from './possible'
import { Sure } from './sure'

/** What is weighed: a graph, the bases of its claims, and the steps that are off. */
export interface Framework {
  readonly graph: Pick<
    Graph,
    'firstStep' | 'nodes' | 'strength' | 'supports' | 'premises' | 'uses' | 'targets' | 'pro' | 'contra'
  >
  readonly grounds: Pick<Grounds, 'base' | 'bare' | 'given' | 'aside'>
  /** 1 for steps that do not count. */
  readonly off: Uint8Array
}

/** The forces of all nodes, with the round in which each was settled. */
export interface Evaluation {
  /** The force that a node has for certain. */
  readonly sure: Uint8Array
  /** The force that it may have. */
  readonly possible: Uint8Array
  readonly rounds: number
  readonly history: History
}

/** When and why each fact was settled. Facts are numbered `factOf(node, force)`. */
export interface History {
  /** The round in which a node was sure to reach a force; 0 if never. */
  readonly reachedIn: Int32Array
  /** The step that first made a claim reach it, the backing that saved a step; -1 for a base, or if none was needed. */
  readonly reachedBy: Int32Array
  /** The value that the node got at that moment. It is at least the force of the fact. */
  readonly reachedValue: Uint8Array
  /** The round in which it was settled that a node cannot reach a force; 0 if it may. */
  readonly excludedIn: Int32Array
}

/** The number of the fact that a node reaches a force, 1 to 3. */
export const factOf = (node: number, force: number): number => node * 4 + force

/**
 * Evaluates a framework: the grounded semantics of weighed arguments, as the alternating fixpoint of the well-founded
 * semantics (Van Gelder 1993). Sure forces start at 0. Each round finds the least possible forces for the sure ones,
 * then the least sure forces for the possible ones, until the sure forces do not change.
 *
 * Each round only brings on what changed in the one before: sure forces only grow, possible forces only shrink. So a
 * chain or a circle of thousands of objections costs no more than its length.
 */
export function evaluate(framework: Framework): Evaluation {
  const possible = new Possible(framework)
  const sure = new Sure(framework)
  possible.start(sure.values)
  let excluded: readonly number[] | undefined
  for (let round = 1; ; round++) {
    const reached = sure.grow(possible.values, excluded, round)
    if (reached.length === 0) {
      const { reachedIn, reachedBy, reachedValue } = sure
      const history = { reachedIn, reachedBy, reachedValue, excludedIn: possible.excludedIn }
      return { sure: sure.values, possible: possible.values, rounds: round, history }
    }
    excluded = possible.shrink(sure.values, reached, round + 1)
  }
}

/**
 * The forces that claims may have when nothing speaks against anything and nothing is set aside: 0 for a claim for which
 * there is no argument at all. Steps that are off stay off.
 */
export function withoutObjections({ graph, grounds, off }: Framework): Uint8Array {
  const possible = new Possible({
    graph,
    grounds: { ...grounds, aside: new Uint8Array(graph.firstStep) },
    off,
  })
  possible.start(new Uint8Array(graph.nodes))
  return possible.values
}

/**
 * The value of a claim: what it gets from the values of its reasons, against those of its objections.
 * @param strict whether its reason must be stronger than the objection, or an equal one will do
 */
export function claimValue(
  { graph, grounds }: Framework,
  x: number,
  pro: Uint8Array,
  contra: Uint8Array,
  strict: boolean,
): number {
  if (grounds.aside[x] === 1) return 0
  if (grounds.given[x] === 1) return STRONG
  const base = grounds.base[x]!
  const steps = highest(graph.pro, x, pro)
  const reason = grounds.bare[x] === 1 || steps > base ? steps : base
  const objection = highest(graph.contra, x, contra)
  if (objection === 0) return Math.max(reason, base)
  return (strict ? reason > objection : reason >= objection) ? reason : 0
}

/** The value of a step. An undercut takes it away whatever its strength, unless a backing is stronger than the undercut. */
export function stepValue({ graph, off }: Framework, x: number, pro: Uint8Array, contra: Uint8Array): number {
  if (off[x] === 1) return 0
  const undercut = highest(graph.contra, x, contra)
  if (undercut > 0 && highest(graph.pro, x, pro) <= undercut) return 0
  let value = graph.strength[x]!
  const { start, items } = graph.premises
  for (let i = start[x]!, end = start[x + 1]!; i < end; i++) {
    const premise = pro[items[i]!]!
    if (premise < value) value = premise
  }
  return value
}
