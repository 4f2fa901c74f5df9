import { CARD_WIDTH, type Point } from './card'
import type { Flow } from './layout-input'

/**
 * A layout, turned over as in a mirror where what stood on the left would else come to stand on the right: which of two
 * rivals is on the left says nothing, but the analyst remembers it.
 * @param before where the cards stand now, by claim; map pixels
 * @param places where they are to stand
 * @param heights of the cards
 */
export function likeBefore(
  before: ReadonlyMap<string, Point>,
  places: ReadonlyMap<string, Point>,
  heights: ReadonlyMap<string, number>,
  flow: Flow,
): ReadonlyMap<string, Point> {
  const axis = flow === 'down' ? 'x' : 'y'
  const size = (claim: string) => (flow === 'down' ? CARD_WIDTH : (heights.get(claim) ?? 0))
  const middle = (at: ReadonlyMap<string, Point>, claim: string) => at.get(claim)![axis] + size(claim) / 2
  const claims = [...places.keys()]
  const mean = (at: ReadonlyMap<string, Point>) =>
    claims.reduce((sum, claim) => sum + middle(at, claim), 0) / claims.length
  const [old, fresh] = [mean(before), mean(places)]
  // The covariance of both: below zero where more has changed sides, and further, than has not.
  const alike = claims.reduce(
    (sum, claim) => sum + (middle(before, claim) - old) * (middle(places, claim) - fresh),
    0,
  )
  if (alike >= 0) return places
  return new Map(
    [...places].map(([claim, at]) => [claim, { ...at, [axis]: -at[axis] - size(claim) }] as const),
  )
}
