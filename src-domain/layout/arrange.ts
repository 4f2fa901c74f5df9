import { CARD_GAP, CARD_WIDTH, type Point } from '../canvas/card'
import { ARROW_ROOM } from '../canvas/lines/line-path'
import { isAlone, isLoose, type Part, type Tree } from './argument-tree'
import { frontOf, inColumns, narrowestWithin, placesIn, type Box, type Front } from './front'
import { treeFront } from './hanging-layout'
import type { Flow } from './tidied'

/** The gap between trees. Map pixels. */
const TREE_GAP = 40

/** How many heights and widths are tried. */
const [HEIGHTS, WIDTHS] = [40, 16]

/** A layout has to be larger by this factor to be preferred to a less wrapped one. */
const BETTER = 1.005

/**
 * Lays out trees so that they fill a pane: heights of trees and widths of the rows of trees are tried, and the layout
 * that can be shown largest is taken.
 * @param parts the trees (see `argumentTrees`)
 * @param aspect the width of the pane divided by its height
 * @returns the top left corners of the cards by claim, in map pixels
 */
export function arranged(
  parts: readonly Part[],
  heights: ReadonlyMap<string, number>,
  flow: Flow,
  aspect: number,
): Map<string, Point> {
  const items = itemsOf(parts, heights, flow)
  let found: { box: Box; scale: number } | undefined
  for (const box of candidates(items)) {
    const scale = Math.min(aspect / box.width, 1 / box.height)
    if (box.height > 0 && (!found || scale > found.scale * BETTER)) found = { box, scale }
  }
  return found ? placesIn(found.box, { x: 0, y: 0 }) : new Map()
}

/** Layouts of different shapes, the highest first. */
function candidates(items: readonly (readonly Front[])[]): Box[] {
  const heights = new Set(items.flat().flatMap((front) => front.map(({ height }) => height)))
  return thinned([...heights].sort((a, b) => b - a)).flatMap((most) => {
    const boxes = items.map((fronts) => fronts.map((front) => narrowestWithin(front, most)))
    const widths = boxes.flat().map(({ width }) => width)
    const whole = widths.reduce((sum, width) => sum + width + TREE_GAP, 0)
    return steps(whole, Math.max(1, ...widths)).map((width) => shelved(boxes, width))
  })
}

const thinned = (values: readonly number[]): number[] => {
  const step = Math.max(1, (values.length - 1) / (HEIGHTS - 1))
  return values.length <= HEIGHTS
    ? [...values]
    : Array.from({ length: HEIGHTS }, (_, index) => values[Math.round(index * step)]!)
}

/** Numbers from the largest to the smallest, at equal ratios. */
function steps(most: number, least: number): number[] {
  const ratio = (least / most) ** (1 / (WIDTHS - 1))
  return most > least ? Array.from({ length: WIDTHS }, (_, index) => most * ratio ** index) : [most]
}

/** Room for the frame of a group and its title. Map pixels. */
const FRAME = { top: 48, side: 20, bottom: 20 }

/** The shapes in each part: those of its trees, or of a group. Claims without relations are together in the last one. */
function itemsOf(parts: readonly Part[], heights: ReadonlyMap<string, number>, flow: Flow): Front[][] {
  const frontsOf = (trees: readonly Tree[]): Front[] => trees.map((tree) => treeFront(tree, heights, flow))
  const looseFront = (trees: readonly Tree[]): Front[] =>
    trees.length > 0 ? [inColumns(frontsOf(trees), { gap: CARD_GAP, drop: 0 })] : []
  const items = parts
    .filter((part) => !isAlone(part))
    .map(({ group, trees }) => {
      const argued = trees.filter((tree) => !isLoose(tree))
      if (group === '') return frontsOf(trees)
      return [framed([...frontsOf(argued), ...looseFront(trees.filter(isLoose))])]
    })
  return [...items, looseFront(parts.filter(isAlone).flatMap(({ trees }) => trees))]
}

/** The shapes of a group: its trees in a row. */
function framed(fronts: readonly Front[]): Front {
  const heights = new Set(fronts.flatMap((front) => front.map(({ height }) => height)))
  const rows = [...heights].map((most) =>
    shelved([fronts.map((front) => narrowestWithin(front, most))], Infinity),
  )
  return frontOf(
    rows.map((box) => ({
      width: box.width + 2 * FRAME.side,
      height: box.height + FRAME.top + FRAME.bottom,
      parts: [{ box, x: FRAME.side, y: FRAME.top }],
    })),
  )
}

/** Lays out boxes in rows of a width. A part that has to be in two rows anyway continues the row before it. */
function shelved(items: readonly (readonly Box[])[], most: number): Box {
  const parts: ({ box: Box } & Point)[] = []
  let [x, y, width, height] = [0, 0, 0, 0]
  const nextRow = () => ([x, y] = [0, height + TREE_GAP])
  for (const boxes of items) {
    const whole = boxes.reduce((sum, box) => sum + box.width + TREE_GAP, -TREE_GAP)
    if (x > 0 && x + whole > most && whole <= most) nextRow()
    for (const box of boxes) {
      if (x > 0 && x + box.width > most) nextRow()
      parts.push({ box, x, y })
      width = Math.max(width, x + box.width)
      height = Math.max(height, y + box.height)
      x += Math.max(box.width + TREE_GAP, CARD_WIDTH + 2 * ARROW_ROOM + CARD_GAP)
    }
  }
  return { width, height, parts }
}
