import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { coneOf } from '../weighing/cone'
import { hangsOn } from '../weighing/hangs-on'
import { SUPPOSING_NOTHING } from '../weighing/supposing'
import { weigh } from '../weighing/weigh'
import { knownLinchpins, knownOfBasis } from './known-basis'

function knownOf({ project }: Builder, claim: string) {
  const weighing = weigh(project)
  const at = weighing.framework.graph.claimAt.get(claim)!
  const cone = coneOf(project, weighing.framework, SUPPOSING_NOTHING, at)
  const search = hangsOn(project, weighing, cone)
  let step = search.next()
  while (!step.done) step = search.next()
  return [...knownOfBasis(project, weighing, cone), knownLinchpins(step.value)]
}

test('the basis of a judgement is named: sources with grades, single sources, assumptions, questions, linchpins', () => {
  const builder = new Builder()
  const { map } = builder
  const source = builder.source('Money moved in May.', 'Nobody saw it.')
  builder.run('source.describe', {
    source,
    fields: { title: 'The ledger', reliability: 'B', credibility: '2' },
  })
  const mark = { source, category: 'evidence', map }
  const moved = builder.run('claim.fromSelection', { ...mark, start: 0, end: 19 })
  const unseen = builder.run('claim.fromSelection', { ...mark, start: 21, end: 35 })
  const traces = builder.run('claim.add', { text: 'Money leaves traces', category: 'assumption' })
  const asked = builder.run('claim.add', { text: 'Who paid?', category: 'question' })
  const bribe = builder.claim('It was a bribe')
  builder.relation('support', [moved, traces], bribe)
  builder.relation('support', [unseen, traces], bribe)
  builder.relation('attack', [asked], bribe)
  expect(knownOf(builder, bribe)).toEqual([
    { label: 'Sources', says: 'Only one: “The ledger” (B2).' },
    { label: 'Rest on a single source', says: '‘It was a bribe’.' },
    { label: 'Assumptions', says: '‘Money leaves traces’.' },
    { label: 'Open questions', says: '‘Who paid?’.' },
    { label: 'Linchpins', says: '‘Money leaves traces’ and “The ledger”.' },
  ])
})

test('a judgement without a basis is told so', () => {
  const builder = new Builder()
  const alone = builder.run('claim.add', { text: 'It was a bribe', category: 'hypothesis' })
  expect(knownOf(builder, alone).map(({ says }) => says)).toEqual([
    'No passage leads to it.',
    'None.',
    'None.',
    'No single thing changes the verdict.',
  ])
})
