import { expect, test } from 'vitest'
import { CARD_WIDTH, type Point } from '../../canvas/card'
import { typicalHeight } from '../../canvas/card-layout'
import { boundsOf, overlap } from '../../canvas/rect'
import type { IncomingClaim, IncomingStep } from './incoming'
import { placesFor } from './places'

const claim = (at: number, group?: string): IncomingClaim => ({ id: `c${at}`, text: `Claim ${at}`, group })
const support = (from: number, to: number): IncomingStep =>
  ({
    id: `s${from}`,
    kind: 'support',
    premises: [`c${from}`],
    target: { type: 'claim', id: `c${to}` },
  }) as unknown as IncomingStep

/** The frames around the cards of each group. */
const framesOf = (claims: readonly IncomingClaim[], places: ReadonlyMap<string, Point>) =>
  [...new Set(claims.map(({ group }) => group))].map((group) =>
    boundsOf(
      claims
        .filter((each) => each.group === group)
        .map(({ id, text }) => ({ ...places.get(id)!, width: CARD_WIDTH, height: typicalHeight(text) })),
    ),
  )

for (const [title, count] of [
  ['few', 8],
  ['many', 1600],
] as const) {
  test(`the groups of ${title} claims that lead in a circle stand apart`, () => {
    const claims = Array.from({ length: count }, (_, at) => claim(at, at % 2 === 0 ? 'even' : 'odd'))
    const steps = claims.map((_, at) => support(at, (at + 1) % count))
    const [even, odd] = framesOf(claims, placesFor(claims, steps))
    expect(overlap(even!, odd!)).toBe(false)
  })
}
