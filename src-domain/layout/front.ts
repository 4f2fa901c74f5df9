import { CARD_GAP, type Point } from '../canvas/card'

/** A part of a layout: its size in map pixels, and where its card and its parts are. */
export interface Box {
  readonly width: number
  readonly height: number
  readonly claim?: string
  readonly parts: readonly Placed[]
}

type Placed = { readonly box: Box } & Point

/**
 * The shapes in which a part can be laid out, from the narrowest to the widest, each lower than those before it (the
 * shape functions of Stockmeyer, 1983). Never empty.
 */
export type Front = readonly Box[]

/** The most shapes of a part. */
const SHAPES_LIMIT = 24

/** The height of a shape, at most this part of the height of the next narrower one. */
const LOWER = 0.97

/** The shapes among some boxes that are narrower or lower than all others, and no more than the limit. */
export function frontOf(boxes: readonly Box[]): Front {
  const front: Box[] = []
  for (const box of boxes.toSorted((a, b) => a.width - b.width || a.height - b.height))
    if (box.height < (front.at(-1)?.height ?? Infinity)) front.push(box)
  if (front.length <= SHAPES_LIMIT) return front
  const step = (front.length - 1) / (SHAPES_LIMIT - 1)
  return Array.from({ length: SHAPES_LIMIT }, (_, index) => front[Math.round(index * step)]!)
}

/** The lowest shape that is no wider; undefined if all are. */
const lowestWithin = (front: Front, width: number): Box | undefined =>
  front.findLast((box) => box.width <= width)

/** The narrowest shape that is no higher; the lowest if all are. */
export const narrowestWithin = (front: Front, height: number): Box =>
  front.find((box) => box.height <= height) ?? front.at(-1)!

/** A part of a stack, and how far it is indented. */
interface Layer<Shape> {
  readonly shape: Shape
  readonly x: number
}

/**
 * The shapes of parts that are one above the other.
 * @param order the order from the top, which can depend on their heights
 */
export function stacked(
  layers: readonly Layer<Front>[],
  order: (boxes: readonly Layer<Box>[]) => readonly Layer<Box>[] = (boxes) => boxes,
): Front {
  const boxes = widthsOf(layers).flatMap((width) => {
    const chosen = layers.flatMap(({ shape, x }) => {
      const box = lowestWithin(shape, width - x)
      return box ? [{ shape: box, x }] : []
    })
    return chosen.length === layers.length ? [stack(order(chosen))] : []
  })
  return frontOf(boxes)
}

const widthsOf = (layers: readonly Layer<Front>[]): number[] =>
  [...new Set(layers.flatMap(({ shape, x }) => shape.map(({ width }) => width + x)))].sort((a, b) => a - b)

function stack(layers: readonly Layer<Box>[]): Box {
  const parts: Placed[] = []
  let [y, width] = [0, 0]
  for (const { shape, x } of layers) {
    parts.push({ box: shape, x, y })
    width = Math.max(width, x + shape.width)
    y += shape.height + CARD_GAP
  }
  return { width, height: y - CARD_GAP, parts }
}

/** The gap between columns, and how much lower than the others the first column begins. Map pixels. */
interface Columns {
  readonly gap: number
  readonly drop: number
}

/** The shapes of parts that are distributed over columns in their order. */
export function inColumns(siblings: readonly Front[], columns: Columns): Front {
  const layers = siblings.map((shape) => ({ shape, x: 0 }))
  const widths = widthsOf(layers)
  // At each width, the heights of the siblings with their gaps, added up from the first.
  const sums = widths.map((width) => {
    let sum = 0
    const heights = siblings.map((front) => (lowestWithin(front, width)?.height ?? Infinity) + CARD_GAP)
    return [0, ...heights.map((height) => (sum += height))]
  })
  const boxes: Box[] = []
  for (let most = Infinity; ;) {
    const ends = narrowest(siblings.length, widths, sums, most, columns)
    const box = beside(siblings, ends, columns)
    boxes.push(box)
    if (box.height > most) return frontOf(boxes)
    most = box.height * LOWER
  }
}

/** A column: the index after that of its last sibling, and its width. */
interface Column {
  readonly end: number
  readonly width: number
}

/**
 * Distributes siblings over columns of a height so that all together are as narrow as possible, by dynamic programming.
 * A sibling that is higher alone has a column of its own.
 */
function narrowest(
  count: number,
  widths: readonly number[],
  sums: readonly (readonly number[])[],
  most: number,
  { gap, drop }: Columns,
): Column[] {
  const best: { all: number; start: number; width: number }[] = [{ all: 0, start: 0, width: 0 }]
  for (let start = 0; start < count; start++) {
    const room = most - (start === 0 ? drop : 0) + CARD_GAP
    const before = best[start]!.all + (start === 0 ? 0 : gap)
    let at = 0
    for (let end = start + 1; end <= count; end++) {
      const isHigh = () => {
        const height = sums[at]![end]! - sums[at]![start]!
        return !(height <= room && height < Infinity)
      }
      while (at < widths.length - 1 && isHigh()) at++
      if (end > start + 1 && isHigh()) break
      const [width, known] = [widths[at]!, best[end]]
      if (!known || before + width < known.all) best[end] = { all: before + width, start, width }
    }
  }
  const columns: Column[] = []
  for (let end = count; end > 0; end = best[end]!.start) columns.unshift({ end, width: best[end]!.width })
  return columns
}

/** Places columns beside one another. */
function beside(siblings: readonly Front[], columns: readonly Column[], { gap, drop }: Columns): Box {
  const parts: Placed[] = []
  let [x, start, width, height] = [0, 0, 0, 0]
  for (const column of columns) {
    const layers = siblings
      .slice(start, column.end)
      .map((front) => ({ shape: lowestWithin(front, column.width)!, x: 0 }))
    const y = start === 0 ? drop : 0
    const box = stack(layers)
    parts.push(...box.parts.map((part) => ({ ...part, x: part.x + x, y: part.y + y })))
    width = x + box.width
    height = Math.max(height, y + box.height)
    x += box.width + gap
    start = column.end
  }
  return { width, height, parts }
}

/** The top left corners of the cards in a box, by claim. */
export function placesIn(box: Box, origin: Point, places = new Map<string, Point>()): Map<string, Point> {
  if (box.claim !== undefined) places.set(box.claim, origin)
  for (const part of box.parts) placesIn(part.box, { x: origin.x + part.x, y: origin.y + part.y }, places)
  return places
}
