import type { Point, Rect } from '../card'

/** The side of a cell, in map pixels: a little more than a card. */
const CELL = 320
/** Nothing is looked for along lines that lead through more cells. */
const CELLS_LIMIT = 200
/** Lines keep so far from cards that they do not belong to. Map pixels. */
const CLEARANCE = 3

/** Cards that are in the way of lines, found quickly by where they stand. */
export class Obstacles {
  readonly #cells = new Map<number, Rect[]>()
  /** What has been looked at since `watch`: what stands elsewhere made no difference. */
  #watched = EMPTY

  constructor(cards: Iterable<Rect>) {
    for (const card of cards) {
      for (let x = cellOf(card.x); x <= cellOf(card.x + card.width); x++) {
        for (let y = cellOf(card.y); y <= cellOf(card.y + card.height); y++) {
          const known = this.#cells.get(keyOf(x, y))
          if (known) known.push(card)
          else this.#cells.set(keyOf(x, y), [card])
        }
      }
    }
  }

  /** Begins to keep account of what is looked at. */
  watch(): void {
    this.#watched = EMPTY
  }

  /** All that was looked at since `watch` lies in it. */
  get watched(): Bounds {
    return this.#watched
  }

  /** The cards, as many as `most`, that a line from one point to the other would cross, but for one. */
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

/** The edges of an area, map pixels. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const EMPTY: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }

const cellOf = (coordinate: number): number => Math.floor(coordinate / CELL)
/** One number for each cell within the limits of coordinates. */
const keyOf = (column: number, row: number): number => (column + 50_000) * 100_000 + row + 50_000
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

/** Whether a line leads over a card or closer to it than lines should come; after Liang and Barsky (1984). */
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
