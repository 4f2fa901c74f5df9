import type { Framework } from './framework'
import type { Queue } from './queue'

/** Adds the nodes that rest on a node: the steps that use a claim, and what the step of a support leads to. */
export function addDependents({ graph }: Framework, x: number, queue: Queue): void {
  if (x >= graph.firstStep && graph.supports[x] === 0) return
  const { start, items } = x < graph.firstStep ? graph.uses : graph.targets
  for (let i = start[x]!, end = start[x + 1]!; i < end; i++) queue.add(items[i]!)
}

/** Adds the nodes against which a step speaks, if it is one of an attack or a contradiction. */
export function addOpposed({ graph }: Framework, x: number, queue: Queue): void {
  if (x < graph.firstStep || graph.supports[x] === 1) return
  const { start, items } = graph.targets
  for (let i = start[x]!, end = start[x + 1]!; i < end; i++) queue.add(items[i]!)
}
