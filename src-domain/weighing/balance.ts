import type { Cone } from './cone'
import type { Framework } from './framework'
import { BASE_KINDS, type Grounds } from './grounds'
import { SEMANTICS, settle, type SemanticsName } from './gradual'
import { listOf } from './lists'

/** The weights of claims by the force of their base. A convention, not a measurement. */
const BASE_WEIGHTS = [0.5, 0.5, 0.7, 0.9] as const
const STRENGTH_WEIGHTS = [0, 1 / 3, 2 / 3, 1] as const

/** A framework that knows of what kind the bases of its claims are. */
type Balanced = Framework & { readonly grounds: Pick<Grounds, 'kind'> }

/**
 * The strength of each claim in a gradual semantics, by its number: 0 to 1; NaN where a circle did not settle. For
 * comparison with the literature and to see to which side a contested claim leans; never shown as a figure on screen.
 */
export function balanceOf({ graph, grounds, off }: Balanced, semantics: SemanticsName): Float64Array {
  const { influence } = SEMANTICS[semantics]
  const { firstStep } = graph
  const weights = Array.from({ length: firstStep }, (_, x) => claimWeight(grounds, x))
  const valuesOf = (list: Int32Array, values: Float64Array) => Array.from(list, (x) => values[x]!)
  const weightOf = (x: number, values: Float64Array): number =>
    x < firstStep
      ? weights[x]!
      : STRENGTH_WEIGHTS[graph.strength[x] as 0 | 1 | 2 | 3] *
        Math.min(1, ...valuesOf(listOf(graph.premises, x), values))
  return settle({
    nodes: graph.nodes,
    inputs: (x) => [graph.premises, graph.pro, graph.contra].flatMap((lists) => [...listOf(lists, x)]),
    initial: (x) => weights[x] ?? 0,
    target: (x, values) => {
      if (x >= firstStep ? off[x] === 1 : grounds.aside[x] === 1) return 0
      if (x < firstStep && grounds.given[x] === 1) return 1
      const attackers = valuesOf(listOf(graph.contra, x), values)
      return influence(weightOf(x, values), attackers, valuesOf(listOf(graph.pro, x), values))
    },
  }).subarray(0, firstStep)
}

function claimWeight(grounds: Balanced['grounds'], x: number): number {
  if (grounds.aside[x] === 1) return 0
  if (grounds.given[x] === 1) return 1
  const kind = BASE_KINDS[grounds.kind[x]!]
  if (kind === 'question' || kind === 'passages that do not carry') return 0
  return BASE_WEIGHTS[grounds.base[x] as 0 | 1 | 2 | 3]
}

type Leaning = 'much against' | 'against' | 'even' | 'for' | 'much for'

/** The most nodes of a cone whose balance is looked for while somebody waits. */
const MOST_NODES = 150

/**
 * To which side the map leans about the claim of a cone, by Quadratic Energy; undefined if the cone is too large to wait
 * for it, or if it did not settle.
 */
export function leaningOf({ framework }: Cone): Leaning | undefined {
  if (framework.graph.nodes > MOST_NODES) return undefined
  const [strength = NaN] = balanceOf(framework, 'qe')
  return Number.isNaN(strength) ? undefined : leaning(strength)
}

/** To which side a contested claim leans, in words. */
export function leaning(strength: number): Leaning {
  if (strength < 0.2) return 'much against'
  if (strength < 0.45) return 'against'
  if (strength <= 0.55) return 'even'
  return strength <= 0.8 ? 'for' : 'much for'
}
