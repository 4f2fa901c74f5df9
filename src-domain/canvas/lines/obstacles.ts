import type { Point, Rect } from '../card'

/** The side of a cell in map pixels: a little more than the width of a card. */
const CELL = 320
/** Cells. A longer line is taken to be free, to bound the time. */
const CELLS_LIMIT = 200
/** The least distance between a line and a card that it does not belong to. Map pixels. */
const CLEARANCE = 3

/** Cards as obstacles to lines, in a grid for quick lookup. */
export class Obstacles {
  readonly #cells = new Map<number, Rect[]>()
  /** The area examined since `watch`. Cards outside it had no influence on the results. */
  #watched = EMPTY

  /** How many cards there are. */
  readonly count: number

  constructor(cards: Iterable<Rect>) {
    let count = 0
    for (const card of cards) {
      count++
      for (let x = cellOf(card.x); x <= cellOf(card.x + card.width); x++) {
        for (let y = cellOf(card.y); y <= cellOf(card.y + card.height); y++) {
          const known = this.#cells.get(keyOf(x, y))
          if (known) known.push(card)
          else this.#cells.set(keyOf(x, y), [card])
        }
      }
    }
    this.count = count
  }

  /** Begins to record the examined area. */
  watch(): void {
    this.#watched = EMPTY
  }

  /** The bounds of the area examined since `watch`. */
  get watched(): Bounds {
    return this.#watched
  }

  /** The cards that a line between two points crosses, other than `except`; at most `most` of them. */
  crossed(from: Point, to: Point, except: Rect | undefined, most: number): Rect[] {
    const [left, right] = from.x < to.x ? [from, to] : [to, from]
    this.#look(left.x, Math.min(from.y, to.y), right.x, Math.max(from.y, to.y))
    const columns = cellOf(right.x) - cellOf(left.x)
    const rows = Math.abs(cellOf(to.y) - cellOf(from.y))
    const found: Rect[] = []
    if (!(columns + rows <= CELLS_LIMIT)) return found
    const slope = (right.y - left.y) / (right.x - left.x || 1)
    for (let column = cellOf(left.x - CLEARANCE); column <= cellOf(right.x + CLEARANCE); column++) {
      const enters = left.y + slope * (clamp(column * CELL - CLEARANCE, left.x, right.x) - left.x)
      const leaves =
        left.x === right.x
          ? right.y
          : left.y + slope * (clamp((column + 1) * CELL + CLEARANCE, left.x, right.x) - left.x)
      const bottom = cellOf(Math.max(enters, leaves) + CLEARANCE)
      for (let row = cellOf(Math.min(enters, leaves) - CLEARANCE); row <= bottom; row++) {
        for (const card of this.#cells.get(keyOf(column, row)) ?? []) {
          if (card === except || found.includes(card) || !crosses(from, to, card)) continue
          found.push(card)
          if (found.length === most) return found
        }
      }
    }
    return found
  }

  /** Whether a rectangle touches no card. */
  isFree({ x, y, width, height }: Rect): boolean {
    this.#look(x, y, x + width, y + height)
    for (let column = cellOf(x); column <= cellOf(x + width); column++) {
      for (let row = cellOf(y); row <= cellOf(y + height); row++) {
        for (const card of this.#cells.get(keyOf(column, row)) ?? []) {
          const apart =
            card.x > x + width || card.x + card.width < x || card.y > y + height || card.y + card.height < y
          if (!apart) return false
        }
      }
    }
    return true
  }

  #look(left: number, top: number, right: number, bottom: number): void {
    const { left: l, top: t, right: r, bottom: b } = this.#watched
    this.#watched = {
      left: Math.min(l, left - CLEARANCE),
      top: Math.min(t, top - CLEARANCE),
      right: Math.max(r, right + CLEARANCE),
      bottom: Math.max(b, bottom + CLEARANCE),
    }
  }
}

/** The edges of an area in map pixels. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const EMPTY: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

const cellOf = (coordinate: number): number => Math.floor(coordinate / CELL)
/** A unique number for each cell within `COORDINATE_LIMIT`. */
const keyOf = (column: number, row: number): number => (column + 50_000) * 100_000 + row + 50_000
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

/**
 * Whether a line crosses a card or comes closer to it than `CLEARANCE`. Line clipping after Liang and Barsky (1984).
 */
export function crosses(from: Point, to: Point, { x, y, width, height }: Rect): boolean {
  let first = 0
  let last = 1
  const cut = (start: number, way: number, least: number, most: number): boolean => {
    if (way === 0) return start > least && start < most
    const [one, other] = [(least - start) / way, (most - start) / way]
    first = Math.max(first, Math.min(one, other))
    last = Math.min(last, Math.max(one, other))
    return first < last
  }
  return (
    cut(from.x, to.x - from.x, x - CLEARANCE, x + width + CLEARANCE) &&
    cut(from.y, to.y - from.y, y - CLEARANCE, y + height + CLEARANCE)
  )
}
