import type { Point } from '../card'

/** The cost of a bend, as a length in map pixels. */
export const BEND_COST = 30

/** An end of a route: a point on the edge of a card, and the place in a channel that faces it. */
export interface Port {
  readonly at: Point
  readonly channel: Point
}

/** The channels by their coordinates in order, and the cost of each step from one to the next beyond its length. */
export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** The step to the right of each point of the grid, row by row. */
  readonly level: Float64Array
  /** The step below each point. */
  readonly upright: Float64Array
}

/**
 * The cheapest way through a grid between one of some ports and one of others, by A*; undefined if there is none.
 * @param costOf the cost of the line between the edge of a card and the grid
 */
export function cheapestWay(
  { xs, ys, level: levelCost, upright: uprightCost }: Grid,
  starts: readonly Port[],
  ends: readonly Port[],
  costOf: (port: Port) => number,
): readonly Point[] | undefined {
  const [columns, size] = [xs.length, xs.length * ys.length]
  const pointOf = ({ channel }: Port) => indexOf(ys, channel.y) * columns + indexOf(xs, channel.x)
  // A state is a point of the grid and the direction in which it was reached: even for level, odd for upright.
  const stateAt = (port: Port): number => pointOf(port) * 2 + (port.at.y === port.channel.y ? 0 : 1)
  const starting = new Map(starts.map((port) => [stateAt(port), port]))
  const ending = new Map(ends.map((port) => [pointOf(port), port]))
  const goals = ends.map(({ channel }) => channel)
  const cost = new Float64Array(size * 2).fill(Infinity)
  const before = new Int32Array(size * 2).fill(-1)
  const open = new Queue()
  const reach = (x: number, y: number, state: number, total: number, from: number) => {
    if (!(total < cost[state]!)) return
    cost[state] = total
    before[state] = from
    let ahead = Infinity
    for (const goal of goals) {
      const far = Math.abs(goal.x - xs[x]!) + Math.abs(goal.y - ys[y]!)
      if (far < ahead) ahead = far
    }
    open.push(state, total + ahead)
  }
  for (const [state, port] of starting) {
    const point = state >> 1
    reach(point % columns, Math.floor(point / columns), state, costOf(port), -1)
  }
  const done = new Uint8Array(size * 2)
  let found: { state: number; port: Port; total: number } | undefined
  while (open.length > 0 && !(found && open.least >= found.total)) {
    const state = open.pop()
    if (done[state]) continue
    done[state] = 1
    const total = cost[state]!
    const point = state >> 1
    const port = ending.get(point)
    if (port) {
      const bend = stateAt(port) === state ? 0 : BEND_COST
      const all = total + bend + costOf(port)
      if (!found || all < found.total) found = { state, port, total: all }
    }
    const [x, y, isLevel] = [point % columns, Math.floor(point / columns), state % 2 === 0]
    const [level, upright] = isLevel ? [total, total + BEND_COST] : [total + BEND_COST, total]
    const sideways = (to: number, step: number) =>
      reach(to, y, (y * columns + to) * 2, level + levelCost[step]! + Math.abs(xs[to]! - xs[x]!), state)
    const along = (to: number, step: number) =>
      reach(
        x,
        to,
        (to * columns + x) * 2 + 1,
        upright + uprightCost[step]! + Math.abs(ys[to]! - ys[y]!),
        state,
      )
    if (x + 1 < columns) sideways(x + 1, point)
    if (x > 0) sideways(x - 1, point - 1)
    if (y + 1 < ys.length) along(y + 1, point)
    if (y > 0) along(y - 1, point - columns)
  }
  if (!found) return undefined
  const pointAt = (state: number): Point => ({
    x: xs[(state >> 1) % columns]!,
    y: ys[Math.floor((state >> 1) / columns)]!,
  })
  const way: Point[] = [found.port.at]
  let { state } = found
  for (; before[state] !== -1; state = before[state]!) way.unshift(pointAt(state))
  return straightened([starting.get(state)!.at, pointAt(state), ...way])
}

/** States by their keys, the least first: a binary heap. */
class Queue {
  readonly #states: number[] = []
  readonly #keys: number[] = []

  get length(): number {
    return this.#states.length
  }

  /** The least key; there must be one. */
  get least(): number {
    return this.#keys[0]!
  }

  push(state: number, key: number): void {
    const [states, keys] = [this.#states, this.#keys]
    let at = states.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (keys[parent]! <= key) break
      keys[at] = keys[parent]!
      states[at] = states[parent]!
      at = parent
    }
    keys[at] = key
    states[at] = state
  }

  /** Takes out the state with the least key; there must be one. */
  pop(): number {
    const [states, keys] = [this.#states, this.#keys]
    const first = states[0]!
    const [state, key] = [states.pop()!, keys.pop()!]
    const { length } = states
    if (length === 0) return first
    let at = 0
    for (let child = 1; child < length; child = at * 2 + 1) {
      if (child + 1 < length && keys[child + 1]! < keys[child]!) child++
      if (keys[child]! >= key) break
      keys[at] = keys[child]!
      states[at] = states[child]!
      at = child
    }
    keys[at] = key
    states[at] = state
    return first
  }
}

/** A way without points between which it does not bend. */
const straightened = (way: readonly Point[]): readonly Point[] =>
  way.filter((point, index) => {
    const [before, after] = [way[index - 1], way[index + 1]]
    return (
      !before ||
      !after ||
      !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
    )
  })

/** The index of a value that is there. */
const indexOf = (values: readonly number[], value: number): number => above(values, Math.round(value)) - 1

/** The index of the first value that is larger. */
export function above(values: readonly number[], least: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! > least) high = middle
    else low = middle + 1
  }
  return low
}
