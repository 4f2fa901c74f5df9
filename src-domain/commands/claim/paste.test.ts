import { expect, test } from 'vitest'
import { CARD_WIDTH } from '../../canvas/card'
import { brokenRules } from '../../document/integrity'
import { save } from '../../document/save'
import { clipboardFragment } from '../../formats/clipboard-fragment'
import { Builder } from '../../testing/build'
import { testEnv } from '../../testing/env'

function desk(prefix: string) {
  const builder = new Builder('Desk', testEnv(prefix))
  const { map } = builder
  const source = builder.source('Ankara signed for the S-400 in 2017.')
  const a = builder.run('claim.fromSelection', { source, start: 0, end: 36, category: 'judgement', map })
  const b = builder.claim('It was hedging.', map)
  const c = builder.claim('Not copied.', map)
  const step = builder.relation('support', [a], b)
  builder.relation('attack', [c], b)
  return { builder, map, a, b, c, step }
}

test('cards pasted on another map of their project are the same claims, in the same arrangement', () => {
  const { builder, map, a, b } = desk('one')
  const second = builder.run('map.add', { name: 'Second' })
  const claims = builder.project.claims.size
  builder.run('claims.paste', {
    fragment: clipboardFragment(builder.project, map, [a, b]),
    map: second,
    at: { x: 5000, y: 5000 },
  })
  expect(builder.project.claims.size).toBe(claims)
  const places = (on: string) =>
    [a, b].map((id) =>
      [...builder.project.placements.values()].find((one) => one.map === on && one.claim === id)!,
    )
  const [before, after] = [places(map), places(second)]
  expect(after[1]!.x - after[0]!.x).toBe(before[1]!.x - before[0]!.x)
})

test('a claim with cards on several maps of the pasted project gets one card', () => {
  const { builder, a, b } = desk('one')
  const second = builder.run('map.add', { name: 'Second' })
  builder.run('claim.place', { claims: [a, b], map: second })
  const third = builder.run('map.add', { name: 'Third' })
  builder.run('claims.paste', { fragment: save(builder.project), map: third })
  const cards = [...builder.project.placements.values()].filter((each) => each.map === third)
  expect(cards.map(({ claim }) => claim).filter((claim) => claim === a || claim === b)).toEqual([a, b])
  expect(brokenRules(builder.project)).toEqual([])
})

test('cards pasted on their own map are refused with a message', () => {
  const { builder, map, a } = desk('one')
  const fragment = clipboardFragment(builder.project, map, [a])
  expect(() => builder.run('claims.paste', { fragment, map })).toThrow('already on this map')
  expect(() => builder.run('claims.paste', { fragment: 'words', map })).toThrow('Nothing was pasted')
})

test('cards pasted into another project bring their passages, articles and the relations between them', () => {
  const { builder, map, a, b } = desk('one')
  const other = new Builder('Other', testEnv('two'))
  other.run('claims.paste', { fragment: clipboardFragment(builder.project, map, [a, b]), map: other.map })
  const { claims, excerpts, sources, relations, placements, maps } = other.project
  expect([...claims.values()].map(({ text }) => text)).toEqual([
    'Ankara signed for the S-400 in 2017.',
    'It was hedging.',
  ])
  expect([excerpts.size, sources.size, relations.size, placements.size, maps.size]).toEqual([1, 1, 1, 2, 1])
  expect([...relations.values()][0]).toMatchObject({ kind: 'support' })
})

test('a card that was cut is pasted under the claim that it bears on, or beside the step that it undercuts', () => {
  const { builder, map, a, b, step } = desk('one')
  const doubt = builder.claim('It had no choice.', map)
  builder.relation('attack', [doubt], step)
  const at = (claim: string) =>
    [...builder.project.placements.values()].find((one) => one.map === map && one.claim === claim)!
  for (const [claim, near] of [
    [a, b],
    [doubt, a],
  ] as const) {
    const fragment = clipboardFragment(builder.project, map, [claim])
    builder.run('claim.unplace', { claims: [claim], map })
    expect(builder.run('claims.paste', { fragment, map, at: { x: 9000, y: 9000 } })).toBe(claim)
    expect(at(claim).x - at(near).x).toBeGreaterThan(0)
    expect(at(claim).x - at(near).x).toBeLessThan(CARD_WIDTH)
    expect(at(claim).y).toBeGreaterThan(at(near).y)
    expect(at(claim).y - at(near).y).toBeLessThan(1000)
  }
})

test('a claim that was reworded after it was copied is pasted with its current wording', () => {
  const { builder, map, a } = desk('one')
  const fragment = clipboardFragment(builder.project, map, [a])
  builder.run('claim.reword', { claim: a, text: 'Other words.' })
  const second = builder.run('map.add', { name: 'Second' })
  expect(builder.run('claims.paste', { fragment, map: second })).toBe(a)
  expect(builder.project.claims.get(a)!.text).toBe('Other words.')
})
