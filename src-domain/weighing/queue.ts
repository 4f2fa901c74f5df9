/** Nodes that wait to be looked at, each at most once at a time, first in, first out. */
export class Queue {
  readonly #ring: Int32Array
  readonly #waits: Uint8Array
  #head = 0
  #size = 0

  /** @param nodes the number of nodes */
  constructor(nodes: number) {
    this.#ring = new Int32Array(Math.max(nodes, 1))
    this.#waits = new Uint8Array(nodes)
  }

  add(node: number): void {
    if (this.#waits[node] === 1) return
    this.#waits[node] = 1
    let at = this.#head + this.#size++
    if (at >= this.#ring.length) at -= this.#ring.length
    this.#ring[at] = node
  }

  /** The next node; -1 if none waits. */
  next(): number {
    if (this.#size === 0) return -1
    const node = this.#ring[this.#head]!
    if (++this.#head === this.#ring.length) this.#head = 0
    this.#size--
    this.#waits[node] = 0
    return node
  }
}

/** Adds some nodes, or all of that many. */
export function addAll(queue: Queue, some: readonly number[] | undefined, all: number): void {
  const count = some ? some.length : all
  for (let i = 0; i < count; i++) queue.add(some ? some[i]! : i)
}
