import { CARD_GAP, type Point, type Rect } from '../card'
import { above, BEND_COST, cheapestWay, type Grid, type Port } from './cheapest-way'
import { INDENT } from './hanging'
import { JUNCTION_RADIUS } from './line-path'
import { crosses } from './obstacles'

/** From the right edge of a card to the upright channel beside it, with room for an arrowhead. Map pixels. */
export const BESIDE = 18
/** From the left edge of a card to the upright channel before it, past signs and trunks. Map pixels. */
export const BEFORE = INDENT
/** From the upper or lower edge of a card to the level channel along it: half of the least gap. Map pixels. */
const ALONG = CARD_GAP / 2
/** The least distance between a channel and a card. Map pixels. */
const CLEARANCE = 5
/** Lines closer than this seem to be one. Map pixels. */
const NEAR = 5

/** What a route avoids, as lengths in map pixels: crossing a line, passing a sign. */
const COST = { crossing: 240, sign: 600 } as const
/** The cost of running along another line, for each map pixel. */
const OVERLAP = 3

/**
 * The channels between cards, upright and level, through which lines can be routed, and the lines that are there
 * already. A route costs its length, its bends, the lines that it crosses and the signs that it passes.
 */
export class Channels {
  readonly #grid: Grid
  readonly #segments: (readonly [Point, Point])[] = []
  readonly #signs: Rect[] = []

  /** @param ports those between which routes are wanted */
  constructor(cards: readonly Rect[], ports: readonly Port[]) {
    const xs = inOrder([
      ...cards.flatMap(({ x, width }) => [x - BEFORE, x + width + BESIDE]),
      ...ports.map(({ channel }) => channel.x),
    ])
    const ys = inOrder([
      ...cards.flatMap(({ y, height }) => [y - ALONG, y + height + ALONG]),
      ...ports.map(({ channel }) => channel.y),
    ])
    const size = xs.length * ys.length
    this.#grid = { xs, ys, level: new Float64Array(size), upright: new Float64Array(size) }
    for (const { x, y, width, height } of cards)
      this.#cover(x - CLEARANCE, y - CLEARANCE, x + width + CLEARANCE, y + height + CLEARANCE, Infinity)
  }

  /** How many points the grid has. */
  get size(): number {
    return this.#grid.level.length
  }

  addSign({ x, y }: Point): void {
    const far = JUNCTION_RADIUS + 2
    this.#signs.push({ x: x - far, y: y - far, width: far * 2, height: far * 2 })
    this.#cover(x - far, y - far, x + far, y + far, COST.sign)
  }

  addLine(way: readonly Point[]): void {
    for (const [from, to] of segmentsOf(way)) {
      this.#segments.push([from, to])
      this.#addSegment(from, to)
    }
  }

  /** What a line costs, by its length, its bends and the lines and signs that it crosses. */
  costOf(way: readonly Point[]): number {
    return segmentsOf(way).reduce((sum, [from, to]) => sum + this.#lengthOf(from, to) + BEND_COST, -BEND_COST)
  }

  #lengthOf = (from: Point, to: Point): number =>
    this.#crossed(from, to).length * COST.crossing +
    this.#passed(from, to).length * COST.sign +
    Math.hypot(to.x - from.x, to.y - from.y)

  #crossed = (from: Point, to: Point) =>
    this.#segments.filter(([one, other]) => areCrossing(from, to, one, other))

  #passed = (from: Point, to: Point) => this.#signs.filter((sign) => crosses(from, to, sign))

  /** Whether a line crosses another or passes behind a sign. */
  isCrossing = (way: readonly Point[]): boolean =>
    segmentsOf(way).some(
      ([from, to]) => this.#crossed(from, to).length > 0 || this.#passed(from, to).length > 0,
    )

  #cover(left: number, top: number, right: number, bottom: number, cost: number): void {
    const { xs, ys, level, upright } = this.#grid
    const [column, row] = [above(xs, left), above(ys, top)]
    for (let y = row; y < ys.length && ys[y]! < bottom; y++)
      for (let x = Math.max(0, column - 1); x < xs.length && xs[x]! < right; x++)
        level[y * xs.length + x]! += cost
    for (let x = column; x < xs.length && xs[x]! < right; x++)
      for (let y = Math.max(0, row - 1); y < ys.length && ys[y]! < bottom; y++)
        upright[y * xs.length + x]! += cost
  }

  #addSegment(from: Point, to: Point): void {
    const { xs, ys, level, upright } = this.#grid
    const [left, right] = from.x < to.x ? [from, to] : [to, from]
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from]
    for (let x = above(xs, left.x); x < xs.length && xs[x]! < right.x; x++) {
      const y = left.y + ((right.y - left.y) * (xs[x]! - left.x)) / (right.x - left.x)
      const row = above(ys, y) - 1
      if (row >= 0) upright[row * xs.length + x]! += COST.crossing
    }
    for (let y = above(ys, upper.y); y < ys.length && ys[y]! < lower.y; y++) {
      const x = upper.x + ((lower.x - upper.x) * (ys[y]! - upper.y)) / (lower.y - upper.y)
      const column = above(xs, x) - 1
      if (column >= 0) level[y * xs.length + column]! += COST.crossing
    }
    if (left.y === right.y)
      for (let y = above(ys, left.y - NEAR); y < ys.length && ys[y]! < left.y + NEAR; y++)
        this.#alongLine(level, xs, left.x, right.x, (x) => y * xs.length + x)
    if (upper.x === lower.x)
      for (let x = above(xs, upper.x - NEAR); x < xs.length && xs[x]! < upper.x + NEAR; x++)
        this.#alongLine(upright, ys, upper.y, lower.y, (y) => y * xs.length + x)
  }

  /** Adds the cost of running along a line from one coordinate to another. */
  #alongLine(
    steps: Float64Array,
    at: readonly number[],
    from: number,
    to: number,
    indexOf: (step: number) => number,
  ): void {
    for (let step = Math.max(0, above(at, from) - 1); step < at.length - 1 && at[step]! < to; step++) {
      const shared = Math.min(to, at[step + 1]!) - Math.max(from, at[step]!)
      if (shared > 0) steps[indexOf(step)]! += shared * OVERLAP
    }
  }

  /** Whether a line leads through an area. */
  meets = (area: Rect): boolean => this.#segments.some(([from, to]) => crosses(from, to, area))

  /** The cheapest route between one of some ports and one of others; undefined if there is none. */
  route = (starts: readonly Port[], ends: readonly Port[]): readonly Point[] | undefined =>
    cheapestWay(this.#grid, starts, ends, ({ at, channel }) => this.#lengthOf(at, channel))
}

const inOrder = (values: readonly number[]): number[] =>
  [...new Set(values.map(Math.round))].sort((a, b) => a - b)

const segmentsOf = (way: readonly Point[]): (readonly [Point, Point])[] =>
  way.slice(1).map((to, index) => [way[index]!, to])

/** Whether two lines cross. Lines that touch or run on top of one another do not. */
export const areCrossing = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

const side = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
