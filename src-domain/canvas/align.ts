import type { Point, Rect } from './card'

/** A card to arrange. `id` can be any name. */
export interface Arranged extends Rect {
  readonly id: string
}

export const EDGES = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Edge = (typeof EDGES)[number]

export const AXES = ['across', 'down'] as const
export type Axis = (typeof AXES)[number]

/**
 * Aligns cards by an edge or by their middles: to the edge of the outermost card, or to the middle of them all.
 * @returns the new top left corners by card
 */
export function align(cards: readonly Arranged[], edge: Edge): ReadonlyMap<string, Point> {
  const left = Math.min(...cards.map(({ x }) => x))
  const right = Math.max(...cards.map(({ x, width }) => x + width))
  const top = Math.min(...cards.map(({ y }) => y))
  const bottom = Math.max(...cards.map(({ y, height }) => y + height))
  const place = ({ x, y, width, height }: Rect): Point => {
    if (edge === 'left') return { x: left, y }
    if (edge === 'right') return { x: right - width, y }
    if (edge === 'centre') return { x: Math.round((left + right - width) / 2), y }
    if (edge === 'top') return { x, y: top }
    if (edge === 'bottom') return { x, y: bottom - height }
    return { x, y: Math.round((top + bottom - height) / 2) }
  }
  return new Map(cards.map((card) => [card.id, place(card)]))
}

/**
 * Distributes cards with equal gaps. The outermost stay in their places.
 * @returns the new top left corners by card
 */
export function distribute(cards: readonly Arranged[], axis: Axis): ReadonlyMap<string, Point> {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const row = cards.toSorted((a, b) => a[at] - b[at] || a.id.localeCompare(b.id))
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return new Map()
  const taken = row.reduce((sum, card) => sum + card[size], 0)
  const gap = (last[at] + last[size] - first[at] - taken) / Math.max(1, row.length - 1)
  let next = first[at]
  return new Map(
    row.map((card) => {
      const { x, y } = card
      const point = axis === 'across' ? { x: Math.round(next), y } : { x, y: Math.round(next) }
      next += card[size] + gap
      return [card.id, point]
    }),
  )
}
