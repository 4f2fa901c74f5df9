import { CARD_GAP, CARD_WIDTH, type Point } from '../canvas/card'
import { EXIT, HEAD, INDENT, PORT, UNDERCUT_INDENT } from '../canvas/lines/hanging'
import type { Branch, Tree } from './argument-tree'
import type { Flow } from './tidied'

/** How trees are laid out. */
export interface Shape {
  readonly flow: Flow
  /** The height to keep to where possible. Map pixels. */
  readonly most: number
}

/** A part of a layout: its size in map pixels, and where its card and its parts are. */
export interface Box {
  readonly width: number
  readonly height: number
  readonly claim?: string
  readonly parts: readonly ({ readonly box: Box } & Point)[]
}

/** From the right edge of a column to the cards of the next, with room for lines and signs between. */
const COLUMN_GAP = INDENT + 6

/** From the top of a claim to that of a card at its right. */
const BESIDE = EXIT.support - PORT

/** The heights of the cards by claim, in map pixels. */
type Heights = ReadonlyMap<string, number>

/**
 * Lays out a tree. Premises hang below their claim, indented and one above the other; if that is higher than `most`,
 * they wrap into columns. With the flow to the right they are to the right of their claim.
 */
export function treeBox(tree: Tree, heights: Heights, shape: Shape): Box {
  const { flow, most } = shape
  const height = heights.get(tree.claim) ?? 0
  const { claim } = tree
  const isDown = flow === 'down'
  const [left, top] = isDown ? [INDENT, height + HEAD] : [CARD_WIDTH + COLUMN_GAP, BESIDE]
  const boxes = tree.branches.map((branch) => branchBox(branch, heights, { ...shape, most: most - top }))
  const columns = isDown ? wrapped(boxes, most - top) : [boxes]
  const parts: ({ box: Box } & Point)[] = []
  let [x, right, bottom] = [left, CARD_WIDTH, height]
  for (const column of columns) {
    let y = top
    for (const box of column) {
      parts.push({ box, x, y })
      right = Math.max(right, x + box.width)
      bottom = Math.max(bottom, y + box.height)
      y += box.height + CARD_GAP
    }
    x = Math.max(...column.map((box) => x + box.width)) + COLUMN_GAP
  }
  return { claim, width: right, height: bottom, parts }
}

/** Lays out a relation: what undercuts it, then its premises, one above the other. */
function branchBox({ premises, undercuts }: Branch, heights: Heights, shape: Shape): Box {
  const { most } = shape
  const parts: ({ box: Box } & Point)[] = []
  let [y, width] = [0, 0]
  const add = (box: Box, x: number) => {
    parts.push({ box, x, y })
    width = Math.max(width, x + box.width)
    y += box.height + CARD_GAP
  }
  const above = undercuts.map((undercut) => branchBox(undercut, heights, shape))
  const high = above.reduce((sum, box) => sum + box.height + CARD_GAP, 0)
  const trees = premises.map((premise) => treeBox(premise, heights, { ...shape, most: most - high }))
  const [first, second] = trees
  const isBelow = !second && first && first.height + CARD_GAP < high
  if (isBelow) add(first, 0)
  for (const box of above) add(box, UNDERCUT_INDENT)
  if (!isBelow) for (const box of trees) add(box, 0)
  return { width, height: y - CARD_GAP, parts }
}

/** Distributes siblings over as few columns as keep to a height, and evens the columns out. */
function wrapped(siblings: readonly Box[], most: number): Box[][] {
  let columns = filled(siblings, most)
  for (;;) {
    const highest = Math.max(...columns.map(stackHeight))
    const even = filled(siblings, highest - 1)
    if (even.length > columns.length || Math.max(...even.map(stackHeight)) >= highest) return columns
    columns = even
  }
}

/** Fills columns from the left. */
function filled(siblings: readonly Box[], most: number): Box[][] {
  const columns: Box[][] = []
  let height = 0
  for (const sibling of siblings) {
    height += CARD_GAP + sibling.height
    const column = columns.at(-1)
    if (column && height <= most) column.push(sibling)
    else {
      columns.push([sibling])
      height = sibling.height
    }
  }
  return columns
}

const stackHeight = (siblings: readonly Box[]): number =>
  siblings.reduce((sum, box) => sum + box.height + CARD_GAP, -CARD_GAP)

/** The top left corners of the cards in a box, by claim. */
export function placesIn(box: Box, origin: Point, places = new Map<string, Point>()): Map<string, Point> {
  if (box.claim !== undefined) places.set(box.claim, origin)
  for (const part of box.parts) placesIn(part.box, { x: origin.x + part.x, y: origin.y + part.y }, places)
  return places
}
