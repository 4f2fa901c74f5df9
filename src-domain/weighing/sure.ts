import { addDependents, addOpposed } from './dependents'
import { claimValue, factOf, stepValue, type Framework, type Part } from './framework'
import { cleared, highest } from './lists'
import { addAll, Queue } from './queue'

/** The forces that nodes have for certain. They only grow from round to round. */
export class Sure {
  readonly values: Uint8Array
  readonly reachedIn: Int32Array
  readonly reachedBy: Int32Array
  readonly reachedValue: Uint8Array
  readonly #framework: Framework
  readonly #queue: Queue
  /** The nodes that are evaluated, if not all. */
  readonly #nodes: readonly number[] | undefined

  constructor(framework: Framework, part?: Omit<Part, 'possible'>) {
    const { nodes } = framework.graph
    this.#framework = framework
    this.#nodes = part?.nodes
    this.values = part ? cleared(part.sure, part.nodes) : new Uint8Array(nodes)
    this.reachedIn = new Int32Array(nodes * 4)
    this.reachedBy = new Int32Array(nodes * 4).fill(-1)
    this.reachedValue = new Uint8Array(nodes * 4)
    this.#queue = new Queue(nodes)
  }

  /**
   * Brings the values on to the least solution for these possible forces. Returns the nodes that grew.
   * @param excluded the nodes whose possible force fell since the round before; undefined in the first round
   */
  grow(possible: Uint8Array, excluded: readonly number[] | undefined, round: number): number[] {
    const queue = this.#queue
    const framework = this.#framework
    if (excluded) for (const x of excluded) addOpposed(framework, x, queue)
    else addAll(queue, this.#nodes, this.values.length)
    const grown: number[] = []
    for (let x = queue.next(); x >= 0; x = queue.next()) {
      const before = this.values[x]!
      const value =
        x < framework.graph.firstStep
          ? claimValue(framework, x, this.values, possible, true)
          : stepValue(framework, x, this.values, possible)
      if (value <= before) continue
      this.#settle(x, before, value, round, possible)
      grown.push(x)
      addDependents(framework, x, queue)
    }
    return grown
  }

  #settle(x: number, before: number, value: number, round: number, possible: Uint8Array): void {
    const by = x < this.#framework.graph.firstStep ? this.#reason(x, value) : this.#backing(x, possible)
    for (let force = before + 1; force <= value; force++) {
      const fact = factOf(x, force)
      this.reachedIn[fact] = round
      this.reachedBy[fact] = by
      this.reachedValue[fact] = value
    }
    this.values[x] = value
  }

  /** The first step that gives a claim the value; -1 if it has it by itself. */
  #reason(x: number, value: number): number {
    const { grounds, graph } = this.#framework
    const { start, items } = graph.pro
    if (grounds.given[x] === 1 || (grounds.bare[x] === 0 && grounds.base[x] === value)) return -1
    for (let i = start[x]!, end = start[x + 1]!; i < end; i++) {
      if (this.values[items[i]!] === value) return items[i]!
    }
    return -1
  }

  /** The strongest backing of a step that needs one; -1 if nothing undercuts it. */
  #backing(x: number, possible: Uint8Array): number {
    const { graph } = this.#framework
    if (highest(graph.contra, x, possible) === 0) return -1
    const best = highest(graph.pro, x, this.values)
    const { start, items } = graph.pro
    for (let i = start[x]!, end = start[x + 1]!; i < end; i++) {
      if (this.values[items[i]!] === best) return items[i]!
    }
    return -1
  }
}
