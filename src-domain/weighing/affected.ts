import type { Framework } from './framework'
import { listOf } from './lists'

/**
 * The nodes whose forces may differ between two frameworks of one graph: those whose grounds differ or that are off in
 * one of them, and all that these lead to.
 */
export function affected(before: Framework, now: Framework): number[] {
  const { graph } = now
  const seen = new Uint8Array(graph.nodes)
  const found: number[] = []
  const add = (x: number) => {
    if (seen[x] === 1) return
    seen[x] = 1
    found.push(x)
  }
  for (let x = 0; x < graph.firstStep; x++) if (differs(before.grounds, now.grounds, x)) add(x)
  for (let x = graph.firstStep; x < graph.nodes; x++) if (before.off[x] !== now.off[x]) add(x)
  // The list grows while it is gone through.
  for (const x of found) for (const y of listOf(x < graph.firstStep ? graph.uses : graph.targets, x)) add(y)
  return found
}

const differs = (before: Framework['grounds'], now: Framework['grounds'], x: number): boolean =>
  before.base[x] !== now.base[x] ||
  before.bare[x] !== now.bare[x] ||
  before.given[x] !== now.given[x] ||
  before.aside[x] !== now.aside[x]
