import { addDependents, addOpposed } from './dependents'
import { claimValue, factOf, stepValue, type Framework, type Part } from './framework'
import { cleared, highest } from './lists'
import { addAll, Queue } from './queue'

/**
 * The forces that nodes may have. They only shrink from round to round, but each round needs the least solution, in which
 * reasons that lead in a circle carry nothing. So a fact that may have lost what it was derived from is dropped with all
 * that rests on it, and then derived again if something else bears it. `#order` says in which order facts were derived:
 * a fact keeps standing only on older ones (the source pointers of solvers for well-founded semantics).
 */
export class Possible {
  readonly values: Uint8Array
  /** The values after the first round. */
  #first: Uint8Array
  /** The rounds after the first in which nodes fell, by fact; 0 for those that did not. */
  readonly #fellIn: Int32Array
  readonly #framework: Framework
  readonly #order: Int32Array
  readonly #queue: Queue
  /** The nodes that are evaluated, if not all. The facts of others are older than any of theirs. */
  readonly #nodes: readonly number[] | undefined
  #derived = 0

  constructor(framework: Framework, part?: Omit<Part, 'sure'>) {
    const { nodes } = framework.graph
    this.#framework = framework
    this.#nodes = part?.nodes
    this.values = part ? cleared(part.possible, part.nodes) : new Uint8Array(nodes)
    this.#first = this.values
    this.#fellIn = new Int32Array(nodes * 4)
    this.#order = new Int32Array(nodes * 4)
    this.#queue = new Queue(nodes)
  }

  /** Finds the least solution for these sure forces, in the first round. */
  start(sure: Uint8Array): void {
    addAll(this.#queue, this.#nodes, this.values.length)
    this.#derive(sure)
    this.#first = this.values.slice()
  }

  /** The round in which it was settled that a node cannot reach a force, by fact; 0 if it may. Not needed for the forces. */
  excludedIn(): Int32Array {
    const rounds = this.#fellIn.slice()
    for (const x of this.#nodes ?? this.values.keys())
      for (let force = this.#first[x]! + 1; force <= 3; force++) rounds[factOf(x, force)] = 1
    return rounds
  }

  /**
   * Brings the values on to the least solution for grown sure forces. Returns the nodes whose force fell.
   * @param grown the nodes whose sure force grew
   */
  shrink(sure: Uint8Array, grown: readonly number[], round: number): number[] {
    const before = this.#drop(sure, grown)
    for (const x of before.keys()) this.#queue.add(x)
    this.#derive(sure)
    const fallen: number[] = []
    for (const [x, value] of before) if (this.#exclude(x, value, round)) fallen.push(x)
    return fallen
  }

  /** Drops every fact that may no longer be derived. Returns the nodes concerned with their values before. */
  #drop(sure: Uint8Array, grown: readonly number[]): Map<number, number> {
    const queue = this.#queue
    const before = new Map<number, number>()
    for (const x of grown) addOpposed(this.#framework, x, queue)
    for (let x = queue.next(); x >= 0; x = queue.next()) {
      const value = this.values[x]!
      const kept = x < this.#framework.graph.firstStep ? this.#claimKept(x, sure) : this.#stepKept(x, sure)
      if (kept === value) continue
      if (!before.has(x)) before.set(x, value)
      this.values[x] = kept
      addDependents(this.#framework, x, queue)
    }
    return before
  }

  #derive(sure: Uint8Array): void {
    const queue = this.#queue
    const framework = this.#framework
    for (let x = queue.next(); x >= 0; x = queue.next()) {
      const before = this.values[x]!
      const value =
        x < framework.graph.firstStep
          ? claimValue(framework, x, this.values, sure, false)
          : stepValue(framework, x, this.values, sure)
      if (value <= before) continue
      this.values[x] = value
      for (let force = before + 1; force <= value; force++) this.#order[factOf(x, force)] = ++this.#derived
      addDependents(framework, x, queue)
    }
  }

  /** Notes the round for the forces above the value of a node, up to the one that it had. */
  #exclude(x: number, had: number, round: number): boolean {
    for (let force = this.values[x]! + 1; force <= had; force++) this.#fellIn[factOf(x, force)] = round
    return this.values[x]! < had
  }

  /** The force up to which a claim still has something older to stand on. */
  #claimKept(x: number, sure: Uint8Array): number {
    const { graph, grounds } = this.#framework
    const value = this.values[x]!
    if (grounds.given[x] === 1) return value
    const objection = highest(graph.contra, x, sure)
    const base = grounds.bare[x] === 1 && objection > 0 ? 0 : grounds.base[x]!
    for (let force = 1; force <= value; force++) {
      const need = force > objection ? force : objection
      if (base < need && !this.#stands(x, force, need)) return force - 1
    }
    return value
  }

  /** The force up to which a step still has its premises, and a backing where it needs one. */
  #stepKept(x: number, sure: Uint8Array): number {
    const { graph } = this.#framework
    let value = this.values[x]!
    const { start, items } = graph.premises
    for (let i = start[x]!, end = start[x + 1]!; i < end; i++) {
      const premise = this.values[items[i]!]!
      if (premise < value) value = premise
    }
    const undercut = highest(graph.contra, x, sure)
    if (undercut === 0) return value
    for (let force = 1; force <= value; force++) {
      if (undercut === 3 || !this.#stands(x, force, undercut + 1)) return force - 1
    }
    return value
  }

  /** Whether a reason or backing reached a force before the node reached its own. */
  #stands(x: number, force: number, need: number): boolean {
    const { start, items } = this.#framework.graph.pro
    const own = this.#order[factOf(x, force)]!
    for (let i = start[x]!, end = start[x + 1]!; i < end; i++) {
      const step = items[i]!
      if (this.values[step]! >= need && this.#order[factOf(step, need)]! < own) return true
    }
    return false
  }
}
