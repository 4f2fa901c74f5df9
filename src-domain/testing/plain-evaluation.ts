import { claimValue, stepValue, type Framework } from '../weighing/framework'

/**
 * Evaluates a framework as the definition says, for comparison: each least solution from 0 by sweeps over all nodes,
 * until nothing changes, again and again from the start.
 */
export function plainEvaluation(framework: Framework): { sure: Uint8Array; possible: Uint8Array } {
  const { nodes, firstStep } = framework.graph
  const least = (contra: Uint8Array, strict: boolean): Uint8Array => {
    const values = new Uint8Array(nodes)
    for (let changed = true; changed;) {
      changed = false
      for (let x = 0; x < nodes; x++) {
        const value =
          x < firstStep
            ? claimValue(framework, x, values, contra, strict)
            : stepValue(framework, x, values, contra)
        if (value <= values[x]!) continue
        values[x] = value
        changed = true
      }
    }
    return values
  }
  for (let sure: Uint8Array = new Uint8Array(nodes); ;) {
    const possible = least(sure, false)
    const next = least(possible, true)
    if (next.every((value, x) => value === sure[x])) return { sure, possible }
    sure = next
  }
}
