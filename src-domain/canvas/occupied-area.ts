import { CARD_GAP, type Point, type Rect } from './card'

/** The side of a cell, in map pixels: about a card, so that few cells are asked and few cards are in each. */
const CELL = 320

/** The places that cards take on a map, found quickly however many there are. */
export class OccupiedArea {
  readonly #cells = new Map<string, Rect[]>()
  readonly rects: Rect[] = []

  constructor(rects: Iterable<Rect> = []) {
    for (const rect of rects) this.add(rect)
  }

  add(rect: Rect): void {
    this.rects.push(rect)
    for (const key of cellsOf(rect, 0)) {
      const others = this.#cells.get(key)
      if (others) others.push(rect)
      else this.#cells.set(key, [rect])
    }
  }

  /** Whether a card at that place would come nearer to another than that; than cards stand, if it is not said. Map pixels. */
  meets(rect: Rect, gap = CARD_GAP): boolean {
    for (const key of cellsOf(rect, gap)) {
      if (this.#cells.get(key)?.some((other) => near(rect, other, gap))) return true
    }
    return false
  }

  /**
   * The smallest way by which all of these can be moved together so that none meets another, or undefined where none
   * of the ways does it.
   */
  wayClear(rects: readonly Rect[], ways: readonly Point[]): Point | undefined {
    return ways.find((way) =>
      rects.every((rect) => !this.meets({ ...rect, x: rect.x + way.x, y: rect.y + way.y })),
    )
  }
}

function* cellsOf({ x, y, width, height }: Rect, margin: number): Generator<string> {
  const last = { x: Math.floor((x + width + margin) / CELL), y: Math.floor((y + height + margin) / CELL) }
  for (let column = Math.floor((x - margin) / CELL); column <= last.x; column++)
    for (let row = Math.floor((y - margin) / CELL); row <= last.y; row++) yield `${column} ${row}`
}

const near = (a: Rect, b: Rect, gap: number): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap
