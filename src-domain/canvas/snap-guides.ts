import type { Point, Rect } from './card'

/** A line that a dragged card is aligned on: at `at` on the other axis, from one end to the other. Map pixels. */
export interface Guide {
  /** `x` is a line from top to bottom. */
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Where a dragged card comes to stand, and along which lines. */
export interface Snapped extends Point {
  readonly guides: readonly Guide[]
}

/** Cards are dragged from one point of this grid to the next. Map pixels. */
export const GRID = 8

/**
 * The place nearby at which a card is aligned with others by its edges or its middle; on the grid along an axis where it
 * is aligned with none.
 * @param card as it is dragged
 * @param others the cards that it may be aligned with
 * @param within how far it may be moved for that, map pixels
 */
export function snap(card: Rect, others: readonly Rect[], within: number): Snapped {
  const [across, down] = [closest(card, others, 'x', within), closest(card, others, 'y', within)]
  const x = across === undefined ? toGrid(card.x) : card.x + across
  const y = down === undefined ? toGrid(card.y) : card.y + down
  const placed = { ...card, x, y }
  const guides = [
    ...(across === undefined ? [] : guidesAlong(placed, others, 'x')),
    ...(down === undefined ? [] : guidesAlong(placed, others, 'y')),
  ]
  return { x, y, guides }
}

const toGrid = (value: number): number => Math.round(value / GRID) * GRID

/** A card's edges and its middle along an axis. */
function linesOf(rect: Rect, axis: 'x' | 'y'): readonly number[] {
  const size = axis === 'x' ? rect.width : rect.height
  return [rect[axis], rect[axis] + size / 2, rect[axis] + size]
}

/** The shortest way to where an edge or the middle is aligned with the same of another card; undefined for none near. */
function closest(card: Rect, others: readonly Rect[], axis: 'x' | 'y', within: number): number | undefined {
  const own = linesOf(card, axis)
  let best: number | undefined
  for (const other of others) {
    linesOf(other, axis).forEach((line, index) => {
      const way = line - own[index]!
      if (Math.abs(way) <= within && (best === undefined || Math.abs(way) < Math.abs(best))) best = way
    })
  }
  return best
}

/** One line for each edge or middle that is aligned, as long as the cards that share it. */
function guidesAlong(card: Rect, others: readonly Rect[], axis: 'x' | 'y'): Guide[] {
  const other = axis === 'x' ? 'y' : 'x'
  const end = (rect: Rect) => rect[other] + (axis === 'x' ? rect.height : rect.width)
  return linesOf(card, axis).flatMap((at, index) => {
    const sharing = others.filter((each) => linesOf(each, axis)[index] === at)
    if (sharing.length === 0) return []
    const all = [card, ...sharing]
    return [{ axis, at, from: Math.min(...all.map((each) => each[other])), to: Math.max(...all.map(end)) }]
  })
}
