import type { Point, Rect } from './card'

/** A line along which a dragged card is aligned, from `from` to `to` at `at`. Map pixels. */
export interface Guide {
  /** The axis of `at`: `x` for a vertical line. */
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The snapped position of a dragged card, and the guides to show. */
export interface Snapped extends Point {
  readonly guides: readonly Guide[]
}

/** The distance between the grid points that dragged cards snap to. Map pixels. */
export const GRID = 8

/**
 * Snaps a dragged card to the edges and middles of other cards. On an axis where none is near, it snaps to the grid.
 * @param card the rectangle of the dragged card
 * @param others the cards to align it with
 * @param within the largest distance to move it, in map pixels
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

/** The coordinates of a card's edges and middle on an axis. */
function linesOf(rect: Rect, axis: 'x' | 'y'): readonly number[] {
  const size = axis === 'x' ? rect.width : rect.height
  return [rect[axis], rect[axis] + size / 2, rect[axis] + size]
}

/** The smallest move that aligns an edge or the middle with that of another card; undefined if none is near. */
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

/** A guide for each edge or middle that is aligned, as long as all the cards on it. */
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
