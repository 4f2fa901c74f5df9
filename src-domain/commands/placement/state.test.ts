import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'
import { runCommand } from '../registry'

const builder = new Builder()
const map = builder.map
const [end, ground, other] = ['End', 'Ground', 'Other'].map((text) => builder.claim(text, map))
builder.relation('support', [ground!], end!)
const placementOf = (claim: string) =>
  [...builder.project.placements.values()].find((each) => each.claim === claim)!
const refusal = (name: string, input: unknown) =>
  (runCommand(builder.project, name, input, testEnv('x')) as { refusal?: string }).refusal

test('selected cards can be pinned, and tidying does not move them', () => {
  builder.run('placement.pin', { claims: [ground!], map, pinned: true })
  expect(placementOf(ground!).pinned).toBe(true)
  const before = placementOf(ground!)
  const moves = [ground!, other!].map((claim) => ({ placement: placementOf(claim).id, x: 4000, y: 4000 }))
  builder.run('map.tidy', { map, what: 'map', moves })
  expect(placementOf(ground!)).toEqual(before)
  expect(placementOf(other!)).toMatchObject({ x: 4000, y: 4000 })
})

test('P11 a card that would hide no other card is not collapsed, with a message', () => {
  expect(refusal('placement.collapse', { claims: [other], map, collapsed: true })).toMatch(
    /cannot be collapsed\.$/,
  )
  builder.relation('attack', [ground!], other!)
  expect(refusal('placement.collapse', { claims: [end], map, collapsed: true })).toMatch(
    /no card would be hidden\.$/,
  )
})

test('P3 a deleted claim is removed from presentations', () => {
  builder.run('map.steps', { map, steps: [other!, end!, other!] })
  expect(builder.project.maps.get(map)!.steps).toEqual([other, end])
  builder.run('map.addStep', { map, claims: [ground!, end!] })
  expect(builder.project.maps.get(map)!.steps).toEqual([other, end, ground])
  builder.run('claim.remove', { claims: [end!] })
  expect(builder.project.maps.get(map)!.steps).toEqual([other, ground])
})
