import { CARD_WIDTH, type Point } from '../canvas/card'
import type { Flow } from './layout-input'

/** Where cards stand, by claim: their top left corners, map pixels. */
type Places = ReadonlyMap<string, Point>

/** Along which axis a layout is turned over, and how much room each card takes there. */
const across = (heights: ReadonlyMap<string, number>, flow: Flow) => ({
  axis: flow === 'down' ? ('x' as const) : ('y' as const),
  size: (claim: string): number => (flow === 'down' ? CARD_WIDTH : (heights.get(claim) ?? 0)),
})

/**
 * Whether in a layout more stands on the other side than it did, and further, than stands where it did.
 * @param before where the cards stand now
 * @param places where they are to stand
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
 * A layout, turned over as in a mirror where what stood on the left would else come to stand on the right: which of two
 * rivals is on the left says nothing, but the analyst remembers it.
 * @param before where the cards stand now
 * @param places where they are to stand
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
