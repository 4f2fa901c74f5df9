import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { relationOfClaim } from './relation-of-claim'

test('a relation beside a claim does not repeat the wording of that claim', () => {
  const builder = new Builder()
  const [hedging, bribe, talks, tests] = ['Hedging', 'Bribe', 'Talks', 'Tests'].map((text) =>
    builder.claim(text),
  ) as [string, string, string, string]
  const said = (relation: string, claim: string) =>
    relationOfClaim(builder.project, builder.project.relations.get(relation)!, claim, 'whole')
  const step = builder.relation('support', [talks, tests], hedging)
  expect(said(step, hedging)).toBe('Supported by “Talks” together with “Tests”')
  expect(said(step, talks)).toBe('Together with “Tests”, supports “Hedging”')
  const objection = builder.relation('attack', [talks], bribe)
  expect(said(objection, bribe)).toBe('Attacked by “Talks”')
  expect(said(objection, talks)).toBe('Attacks “Bribe”')
  const rivals = builder.relation('contradict', [hedging], bribe)
  expect([said(rivals, hedging), said(rivals, bribe)]).toEqual([
    'Contradicts “Bribe”',
    'Contradicts “Hedging”',
  ])
})
