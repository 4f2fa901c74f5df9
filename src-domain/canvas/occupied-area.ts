import { CARD_GAP, type Point, type Rect } from './card'

/** The side of a cell in map pixels: about a card, so that a card is in few cells and a cell has few cards. */
const CELL = 320

/** The rectangles of the cards on a map, in a grid for quick lookup. */
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

  /** Whether a card would be closer than `gap` to another. Map pixels. */
  meets(rect: Rect, gap = CARD_GAP): boolean {
    for (const key of cellsOf(rect, gap)) {
      if (this.#cells.get(key)?.some((other) => near(rect, other, gap))) return true
    }
    return false
  }

  /** The first of the offsets by which all the given cards can be moved together without meeting another card. */
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
