import type { Forces } from './evaluation'
import type { ProjectFramework } from './verdict'
import { listOf } from './lists'

/**
 * The nodes whose forces or verdicts may differ between two frameworks whose graphs have the same shape: those whose
 * grounds or strengths differ or that are off in one of them, and all that these lead to.
 */
export function affected(before: ProjectFramework, now: ProjectFramework): number[] {
  const { graph } = now
  const seen = new Uint8Array(graph.nodes)
  const found: number[] = []
  const add = (x: number) => {
    if (seen[x] === 1) return
    seen[x] = 1
    found.push(x)
  }
  for (let x = 0; x < graph.firstStep; x++) if (differs(before.grounds, now.grounds, x)) add(x)
  for (let x = graph.firstStep; x < graph.nodes; x++)
    if (before.off[x] !== now.off[x] || before.graph.strength[x] !== graph.strength[x]) add(x)
  // The list grows while it is gone through.
  for (const x of found) for (const y of listOf(x < graph.firstStep ? graph.uses : graph.targets, x)) add(y)
  return found
}

/** Whether a claim has other grounds than before. */
const differs = (before: ProjectFramework['grounds'], now: ProjectFramework['grounds'], x: number): boolean =>
  before.base[x] !== now.base[x] ||
  before.bare[x] !== now.bare[x] ||
  before.kind[x] !== now.kind[x] ||
  before.role[x] !== now.role[x] ||
  before.given[x] !== now.given[x] ||
  before.supposed[x] !== now.supposed[x] ||
  before.aside[x] !== now.aside[x]

/** What a node came to: the forces of an evaluation, and those without objections. */
interface Outcome {
  readonly framework: ProjectFramework
  readonly evaluation: Forces
  readonly any: Uint8Array
}

/**
 * Of some nodes, those whose verdict or status may be another than before: of other grounds, of other forces, or with a
 * reason or an objection of other forces.
 */
export function changedAmong(nodes: readonly number[], before: Outcome, now: Outcome): Set<number> {
  const { firstStep, targets } = now.framework.graph
  const changed = new Set<number>()
  for (let i = 0; i < nodes.length; i++) {
    const x = nodes[i]!
    const isSame =
      before.evaluation.sure[x] === now.evaluation.sure[x] &&
      before.evaluation.possible[x] === now.evaluation.possible[x] &&
      before.any[x] === now.any[x]
    if (x < firstStep) {
      if (!isSame || differs(before.framework.grounds, now.framework.grounds, x)) changed.add(x)
    } else if (!isSame) {
      changed.add(x)
      for (const y of listOf(targets, x)) changed.add(y)
    }
  }
  return changed
}
