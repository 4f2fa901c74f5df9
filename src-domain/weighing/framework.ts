import { STRONG } from './forces'
import type { Graph } from './graph'
import type { Grounds } from './grounds'
import { highest } from './lists'

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

/** A part of a graph that is evaluated alone. The forces of all other nodes stay what they were. */
export interface Part {
  /** The nodes of the part, with all that they lead to. */
  readonly nodes: readonly number[]
  readonly sure: Uint8Array
  readonly possible: Uint8Array
}

/** The number of the fact that a node reaches a force, 1 to 3. */
export const factOf = (node: number, force: number): number => node * 4 + force

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
