import { components } from './components'

/** The strength of a node from its weight and the strengths of what attacks and supports it. */
export type Influence = (
  weight: number,
  attackers: readonly number[],
  supporters: readonly number[],
) => number

export type SemanticsName = 'qe' | 'dfquad'

/** Gradual semantics: Quadratic Energy (Potyka, KR 2018) and DF-QuAD (Rago and others, KR 2016). */
export const SEMANTICS: Readonly<Record<SemanticsName, { title: string; influence: Influence }>> = {
  qe: {
    title: 'Quadratic Energy',
    influence: (weight, attackers, supporters) => {
      const energy = sum(supporters) - sum(attackers)
      return weight - weight * saturated(-energy) + (1 - weight) * saturated(energy)
    },
  },
  dfquad: {
    title: 'DF-QuAD',
    influence: (weight, attackers, supporters) => {
      const against = together(attackers)
      const pro = together(supporters)
      return against >= pro ? weight - weight * (against - pro) : weight + (1 - weight) * (pro - against)
    },
  },
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function saturated(energy: number): number {
  const square = Math.max(energy, 0) ** 2
  return square / (1 + square)
}

const together = (values: readonly number[]): number =>
  1 - values.reduce((left, value) => left * (1 - value), 1)

/** The step of the integration. */
const STEP = 0.05
const SETTLED = 1e-12
const MOST_STEPS = 200_000

/** Nodes that depend on one another. */
export interface Dynamics {
  readonly nodes: number
  inputs(node: number): readonly number[]
  initial(node: number): number
  /** The value towards which a node moves while all have these values. */
  target(node: number, values: Float64Array): number
}

/**
 * The values at which all nodes rest. Nodes that depend on one another in a circle move by ds/dt = target − s until
 * nothing moves; the others have their target at once. NaN for nodes of a circle that did not settle, and for all that
 * depend on them.
 */
export function settle({ nodes, inputs, initial, target }: Dynamics): Float64Array {
  const values = Float64Array.from({ length: nodes }, (_, node) => initial(node))
  for (const component of components(nodes, inputs)) {
    const first = component[0]!
    if (component.length === 1 && !inputs(first).includes(first)) values[first] = target(first, values)
    else if (!settleCircle(component, target, values)) for (const node of component) values[node] = NaN
  }
  return values
}

function settleCircle(circle: readonly number[], target: Dynamics['target'], values: Float64Array): boolean {
  const next = new Float64Array(circle.length)
  for (let step = 0; step < MOST_STEPS; step++) {
    let moved = 0
    circle.forEach((node, i) => {
      const by = target(node, values) - values[node]!
      moved = Math.max(moved, Math.abs(by))
      next[i] = values[node]! + STEP * by
    })
    if (Number.isNaN(moved)) return false
    circle.forEach((node, i) => (values[node] = next[i]!))
    if (moved < SETTLED) return true
  }
  return false
}
