import type { Framework, Part } from './framework'
import { Possible } from './possible'
import { Sure } from './sure'

/** The forces of all nodes, with the round in which each was settled. */
export interface Evaluation {
  /** The force that a node has for certain. */
  readonly sure: Uint8Array
  /** The force that it may have. */
  readonly possible: Uint8Array
  readonly rounds: number
  readonly history: History
}

/** The forces that came out. */
export type Forces = Pick<Evaluation, 'sure' | 'possible'>

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

/** What an evaluation came to. Its history is told only when it is asked for: the verdicts do not need it. */
class Settled implements Evaluation {
  readonly sure: Uint8Array
  readonly possible: Uint8Array
  readonly rounds: number
  readonly #of: { readonly sure: Sure; readonly possible: Possible }
  #history: History | undefined

  constructor(sure: Sure, possible: Possible, rounds: number) {
    this.sure = sure.values
    this.possible = possible.values
    this.rounds = rounds
    this.#of = { sure, possible }
  }

  get history(): History {
    const { reachedIn, reachedBy, reachedValue } = this.#of.sure
    return (this.#history ??= {
      reachedIn,
      reachedBy,
      reachedValue,
      excludedIn: this.#of.possible.excludedIn(),
    })
  }
}

/**
 * Evaluates a framework: the grounded semantics of weighed arguments, as the alternating fixpoint of the well-founded
 * semantics (Van Gelder 1993). Sure forces start at 0. Each round finds the least possible forces for the sure ones,
 * then the least sure forces for the possible ones, until the sure forces do not change.
 *
 * Each round only brings on what changed in the one before: sure forces only grow, possible forces only shrink. So a
 * chain or a circle of thousands of objections costs no more than its length.
 *
 * A part can be evaluated alone, because nothing outside depends on it (the splitting of frameworks, Baumann 2011). Its
 * history then says nothing of the nodes outside.
 */
export function evaluate(framework: Framework, part?: Part): Evaluation {
  const possible = new Possible(framework, part)
  const sure = new Sure(framework, part)
  possible.start(sure.values)
  let excluded: readonly number[] | undefined
  for (let round = 1; ; round++) {
    const reached = sure.grow(possible.values, excluded, round)
    if (reached.length === 0) {
      return new Settled(sure, possible, round)
    }
    excluded = possible.shrink(sure.values, reached, round + 1)
  }
}

/**
 * The forces that claims may have when nothing speaks against anything and nothing is set aside: 0 for a claim for which
 * there is no argument at all. Steps that are off stay off.
 */
export function withoutObjections({ graph, grounds, off }: Framework, part?: Omit<Part, 'sure'>): Uint8Array {
  const possible = new Possible(
    { graph, grounds: { ...grounds, aside: new Uint8Array(graph.firstStep) }, off },
    part,
  )
  possible.start(new Uint8Array(graph.nodes))
  return possible.values
}
