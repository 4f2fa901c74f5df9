/** For each node a list of nodes, all in two arrays: the list of `x` is `items` from `start[x]` to `start[x + 1]`. */
export interface Lists {
  readonly start: Int32Array
  readonly items: Int32Array
}

/** Collects pairs of a node and a member of its list. */
export class ListsBuilder {
  #of: number[] = []
  #items: number[] = []

  add(of: number, item: number): void {
    this.#of.push(of)
    this.#items.push(item)
  }

  /** The lists of nodes 0 to `size`, each in the order in which its members were added. */
  done(size: number): Lists {
    const start = new Int32Array(size + 1)
    for (const of of this.#of) start[of + 1]!++
    for (let x = 0; x < size; x++) start[x + 1]! += start[x]!
    const next = start.slice()
    const items = new Int32Array(this.#items.length)
    for (let i = 0; i < items.length; i++) items[next[this.#of[i]!]!++] = this.#items[i]!
    return { start, items }
  }
}

/** The list of a node. */
export const listOf = ({ start, items }: Lists, x: number): Int32Array =>
  items.subarray(start[x], start[x + 1])

/** The highest value among the list of a node; 0 for an empty list. */
export function highest({ start, items }: Lists, x: number, values: Uint8Array): number {
  let best = 0
  for (let i = start[x]!, end = start[x + 1]!; i < end; i++) {
    const value = values[items[i]!]!
    if (value > best) best = value
  }
  return best
}

/** Whether the list of a node is empty. */
export const isEmpty = ({ start }: Lists, x: number): boolean => start[x] === start[x + 1]

/** A copy of values with 0 for some nodes. */
export function cleared(values: Uint8Array, nodes: readonly number[]): Uint8Array {
  const copy = values.slice()
  for (const x of nodes) copy[x] = 0
  return copy
}
