import { CARD_WIDTH, type Point } from '../canvas/card'
import type { Flow } from './layout-input'

/** The top left corners of cards by claim, in map pixels. */
type Places = ReadonlyMap<string, Point>

/** The axis along which a layout is mirrored, and the size of each card on it. */
const across = (heights: ReadonlyMap<string, number>, flow: Flow) => ({
  axis: flow === 'down' ? ('x' as const) : ('y' as const),
  size: (claim: string): number => (flow === 'down' ? CARD_WIDTH : (heights.get(claim) ?? 0)),
})

/**
 * Whether a layout mostly swaps the sides of cards: the covariance of their old and new positions is negative.
 * @param before the current positions
 * @param places the new positions
 */
export function isMirrored(
  before: Places,
  places: Places,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
): boolean {
  const { axis, size } = across(heights, flow)
  const middle = (at: Places, claim: string) => at.get(claim)![axis] + size(claim) / 2
  const claims = [...places.keys()]
  const mean = (at: Places) => claims.reduce((sum, claim) => sum + middle(at, claim), 0) / claims.length
  const [old, fresh] = [mean(before), mean(places)]
  const covariance = claims.reduce(
    (sum, claim) => sum + (middle(before, claim) - old) * (middle(places, claim) - fresh),
    0,
  )
  return covariance < 0
}

/**
 * Mirrors a layout if it would swap left and right. Either side is equally right for a claim, but the analyst remembers
 * on which side it was.
 * @param before the current positions
 * @param places the new positions
 */
export function preserveHandedness(
  before: Places,
  places: Places,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
): Places {
  if (!isMirrored(before, places, heights, flow)) return places
  const { axis, size } = across(heights, flow)
  return new Map(
    [...places].map(([claim, at]) => [claim, { ...at, [axis]: -at[axis] - size(claim) }] as const),
  )
}
