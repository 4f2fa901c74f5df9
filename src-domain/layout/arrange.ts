import { CARD_GAP, CARD_WIDTH, type Point } from '../canvas/card'
import { ARROW_ROOM } from '../canvas/lines/line-path'
import type { Part, Tree } from './argument-tree'
import { placesIn, treeBox, type Box, type Shape } from './hanging-layout'
import type { Flow } from './tidied'

/** The gap between trees. Map pixels. */
const TREE_GAP = 48

/** How many heights and widths are tried. */
const [HEIGHTS, WIDTHS] = [40, 16]

/** A layout has to be larger by this factor to be preferred to a less wrapped one. */
const BETTER = 1.005

/**
 * Lays out trees so that they fill a pane: heights at which columns wrap and widths of the rows of trees are tried, and the layout that can be shown largest is taken.
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
  const all = parts.flatMap(({ trees }) => trees)
  const highest = all.map((tree) => treeBox(tree, heights, { flow, most: Infinity }).height)
  const loose = all.filter(isLoose).map(({ claim }) => (heights.get(claim) ?? 0) + CARD_GAP)
  const longest = Math.max(
    1,
    ...highest,
    loose.reduce((sum, height) => sum + height, 0),
  )
  const limits = steps(longest, Math.max(1, ...heights.values()), HEIGHTS)
  const shapes = limits.map((most) => ({ flow, most }))
  const box = largest(parts, heights, shapes, aspect)
  return box ? placesIn(box, { x: 0, y: 0 }) : new Map()
}

/** The layout that can be shown largest; undefined without cards. */
function largest(
  parts: readonly Part[],
  heights: ReadonlyMap<string, number>,
  shapes: readonly Shape[],
  aspect: number,
): Box | undefined {
  let found: { box: Box; scale: number } | undefined
  for (const shape of shapes) {
    const items = itemsOf(parts, heights, shape)
    const widths = items.flat().map(({ width }) => width)
    const whole = widths.reduce((sum, width) => sum + width + TREE_GAP, 0)
    for (const width of steps(whole, Math.max(1, ...widths), WIDTHS)) {
      const box = shelved(items, width)
      const scale = Math.min(aspect / box.width, 1 / box.height)
      if (box.height > 0 && (!found || scale > found.scale * BETTER)) found = { box, scale }
    }
  }
  return found?.box
}

/** Room for the frame of a group and its title. Map pixels. */
const FRAME = { top: 48, side: 20, bottom: 20 }

/** The boxes of each part: its trees, or a group. Claims without relations are together in the last one. */
function itemsOf(parts: readonly Part[], heights: ReadonlyMap<string, number>, shape: Shape): Box[][] {
  const boxesOf = (trees: readonly Tree[]) => trees.map((tree) => treeBox(tree, heights, shape))
  const isAlone = ({ group, trees }: Part) => group === '' && trees.length === 1 && isLoose(trees[0]!)
  const items = parts
    .filter((part) => !isAlone(part))
    .map(({ group, trees }) => {
      if (group === '') return boxesOf(trees)
      const [loose, argued] = [trees.filter(isLoose), trees.filter((tree) => !isLoose(tree))]
      const boxes = [...boxesOf(argued), ...(loose.length > 0 ? [looseBox(loose, heights, shape.most)] : [])]
      return [framed(shelved([boxes], Infinity))]
    })
  const alone = parts.filter(isAlone).flatMap(({ trees }) => trees)
  return alone.length > 0 ? [...items, [looseBox(alone, heights, shape.most)]] : items
}

const framed = (box: Box): Box => ({
  width: box.width + 2 * FRAME.side,
  height: box.height + FRAME.top + FRAME.bottom,
  parts: [{ box, x: FRAME.side, y: FRAME.top }],
})

const isLoose = ({ branches }: Tree): boolean => branches.length === 0

/** Numbers from the largest to the smallest, at equal ratios. */
function steps(most: number, least: number, count: number): number[] {
  if (!(most > least)) return [most]
  const ratio = (Math.max(least, 1) / most) ** (1 / (count - 1))
  return Array.from({ length: count }, (_, index) => most * ratio ** index)
}

/** Lays out claims without relations in columns. */
function looseBox(trees: readonly Tree[], heights: ReadonlyMap<string, number>, most: number): Box {
  const parts: ({ box: Box } & Point)[] = []
  let [x, y, height] = [0, 0, 0]
  for (const { claim } of trees) {
    const box = { claim, width: CARD_WIDTH, height: heights.get(claim) ?? 0, parts: [] }
    if (y > 0 && y + box.height > most) [x, y] = [x + CARD_WIDTH + CARD_GAP, 0]
    parts.push({ box, x, y })
    height = Math.max(height, y + box.height)
    y += box.height + CARD_GAP
  }
  return { width: x + CARD_WIDTH, height, parts }
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
