import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { balanceOf, leaning } from './balance'
import { coneOf } from './cone'
import { groupInWords, hangsOn, nothingToGiveUp, type HangsOn } from './hangs-on'
import { SUPPOSING_NOTHING } from './supposing'
import { weigh } from './weigh'

function found(builder: Builder, claim: string): HangsOn {
  const { project } = builder
  const weighing = weigh(project)
  const at = weighing.framework.graph.claimAt.get(claim)!
  const search = hangsOn(project, weighing, coneOf(project, weighing.framework, SUPPOSING_NOTHING, at))
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

/** A hypothesis that stands on a passage together with an assumption. */
function projectOf() {
  const builder = new Builder()
  const source = builder.source('The ledger shows no payment.')
  builder.run('source.describe', { source, fields: { title: 'Ledger', reliability: 'A', credibility: '1' } })
  const ledger = builder.run('claim.fromSelection', { source, start: 0, end: 10, category: 'evidence' })
  const assumed = builder.run('claim.add', { text: 'All was entered', category: 'assumption' })
  const nothing = builder.run('claim.add', { text: 'Nothing was paid', category: 'hypothesis' })
  const step = builder.relation('support', [ledger, assumed], nothing)
  return { builder, source, ledger, assumed, nothing, step }
}

test('linchpins are listed with their kinds, assumptions first', () => {
  const { builder, nothing } = projectOf()
  const { sets, complete } = found(builder, nothing)
  expect(sets.map(({ things }) => things.map(({ kind, name }) => `${kind} ${name}`))).toEqual([
    ['assumption ‘All was entered’'],
    ['source “Ledger”'],
    ['evidence ‘The ledger’'],
    ['step the step from ‘The ledger’ and ‘All was entered’'],
  ])
  expect(complete).toBe(true)
})

test('a source may sink as far as the verdict keeps its side', () => {
  const { builder, source, nothing } = projectOf()
  expect(found(builder, nothing).grades).toEqual([{ source, least: 'D' }])
  const doubt = builder.claim('The clerk paid')
  builder.relation('attack', [doubt], builder.project.excerpts.values().next().value!.claim)
  expect(found(builder, nothing).grades).toEqual([{ source, least: 'C' }])
})

test('for a contested claim each single thing is said with what the claim does without it', () => {
  const { builder, nothing } = projectOf()
  const rival = builder.claim('Something was paid')
  builder.relation('attack', [rival], nothing)
  const { sets } = found(builder, nothing)
  expect(sets.map(({ things, then }) => `${then}: ${things.map(({ name }) => name).join()}`)).toEqual([
    'fall: ‘All was entered’',
    'stand: ‘Something was paid’',
    'fall: “Ledger”',
    'fall: ‘The ledger’',
    'fall: the step from ‘The ledger’ and ‘All was entered’',
    'stand: the step from ‘Something was paid’',
  ])
})

test('for a contested claim the balance of the whole map is said, from its cone alone', () => {
  const { builder, nothing } = projectOf()
  builder.relation('support', [builder.claim('Of another matter')], builder.claim('Something else'))
  expect(found(builder, nothing).balance).toBe('')
  builder.relation('attack', [builder.claim('Something was paid')], nothing)
  const { framework } = weigh(builder.project)
  const whole = balanceOf(framework, 'qe')[framework.graph.claimAt.get(nothing)!]!
  expect(found(builder, nothing).balance).toBe('On balance: even.')
  expect(leaning(whole)).toBe('even')
})

test('the words of groups follow the verdict, the size of the sets and their number', () => {
  expect([1, 2, 3].map((size) => groupInWords('stands', { size, count: 4 }, size === 1))).toEqual([
    'Gives way if any one of these does:',
    'Or if both of these do:',
    'Or if all three of these do:',
  ])
  expect(groupInWords('falls', { size: 1, count: 2 }, true)).toBe(
    'No longer falls if any one of these gives way:',
  )
  expect(groupInWords('stands', { size: 1, count: 1 }, true)).toBe('Gives way if this does:')
  expect(groupInWords('unsupported', { size: 1, count: 1 }, true)).toBe(
    'No longer unsupported if this gives way:',
  )
  expect(groupInWords('stands', { size: 2, count: 1 }, true)).toBe('Gives way if both of these do:')
  expect(nothingToGiveUp('falls', 'objection')).toBe('The verdict stays, whichever three things you give up.')
  expect(nothingToGiveUp('unsupported', 'proposed')).toBe(
    'Nothing to give up would make it stand; it needs a reason.',
  )
})
