import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { scenarioOf, supposedBy, supposedIn, supposesNothing, SUPPOSING_NOTHING, toggled } from './supposing'
import { changesInWords, supposingSentence } from './supposing-in-words'
import { weigh, weighingOf } from './weigh'
import { changedVerdicts } from './what-if'

function projectOf() {
  const builder = new Builder()
  const source = builder.source('The clerk saw a payment.')
  const seen = builder.run('claim.fromSelection', { source, start: 0, end: 9, category: 'evidence' })
  const paid = builder.claim('Something was paid')
  const step = builder.relation('support', [seen], paid)
  return { builder, source, seen, paid, step }
}

test('things are supposed off, all at once or no longer', () => {
  const one = toggled(SUPPOSING_NOTHING, 'claims', ['a'])
  const two = toggled(one, 'claims', ['a', 'b'])
  expect([...two.claims]).toEqual(['a', 'b'])
  expect(supposesNothing(toggled(two, 'claims', ['a', 'b']))).toBe(true)
  expect([...toggled(two, 'claims', ['a']).claims]).toEqual(['b'])
})

test('a claim is supposed off or true, never both', () => {
  const off = toggled(SUPPOSING_NOTHING, 'claims', ['a', 'b'])
  const given = toggled(off, 'given', ['a'])
  expect([[...given.claims], [...given.given]]).toEqual([['b'], ['a']])
  const again = toggled(given, 'claims', ['a'])
  expect([[...again.claims], [...again.given]]).toEqual([['b', 'a'], []])
})

test('what is gone from the project is not supposed any more', () => {
  const { builder, source, paid } = projectOf()
  const supposing = { ...SUPPOSING_NOTHING, sources: new Set([source]), given: new Set([paid]) }
  expect(supposedIn(builder.project, supposing)).toBe(supposing)
  builder.run('claim.remove', { claims: [paid] })
  const { sources, given } = supposedIn(builder.project, supposing)
  expect([[...sources], [...given]]).toEqual([[source], []])
})

test('what is supposed is named in one sentence, and what changes is counted', () => {
  const { builder, source, seen, paid, step } = projectOf()
  const supposing = {
    sources: new Set([source]),
    claims: new Set<string>(),
    relations: new Set([step]),
    given: new Set([paid]),
  }
  const { project } = builder
  const words = project.claims.get(seen)!.text
  expect(supposingSentence(project, supposing)).toBe(
    `Supposing: “${project.sources.get(source)!.title}” off, the step from ‘${words}’ off, ‘Something was paid’ true.`,
  )
  const off = { ...SUPPOSING_NOTHING, sources: new Set([source]) }
  const changes = changedVerdicts(weigh(project), weigh(project, off))
  expect(changes.map(({ claim, before, after }) => [claim, before.verdict, after.verdict])).toEqual([
    [seen, 'stands', 'unsupported'],
    [paid, 'stands', 'unsupported'],
  ])
  expect([0, 1, 2].map(changesInWords)).toEqual([
    'No verdict changes.',
    '1 verdict changes.',
    '2 verdicts change.',
  ])
})

test('a claim that is itself supposed off or true is none of those whose verdicts change', () => {
  const { builder, seen, paid } = projectOf()
  const { project } = builder
  const changed = (supposing: Partial<typeof SUPPOSING_NOTHING>) =>
    changedVerdicts(weigh(project), weigh(project, { ...SUPPOSING_NOTHING, ...supposing })).map(
      ({ claim }) => claim,
    )
  expect(changed({ claims: new Set([seen]) })).toEqual([paid])
  expect(changed({ claims: new Set([paid]) })).toEqual([])
  builder.run('claim.standing', { claim: seen, standing: 'aside' })
  const { project: aside } = builder
  const given = weigh(aside, { ...SUPPOSING_NOTHING, given: new Set([seen]) })
  expect(changedVerdicts(weigh(aside), given).map(({ claim }) => claim)).toEqual([paid])
})

test('a scenario is kept, recognised, and undone like any change; a verdict is in no patch (P6)', () => {
  const { builder, source, paid } = projectOf()
  builder.run('scenario.keep', {
    name: 'No clerk',
    sources: [source],
    claims: [],
    relations: [],
    given: [paid],
  })
  const scenario = [...builder.project.scenarios.values()][0]!
  const supposing = supposedBy(scenario)
  expect(scenarioOf(builder.project.scenarios.values(), supposing)).toBe(scenario)
  expect(scenarioOf(builder.project.scenarios.values(), SUPPOSING_NOTHING)).toBeUndefined()
  expect(JSON.stringify(builder.patches)).not.toContain('verdict')
})

test('the weighing with and that without suppositions are kept side by side', () => {
  const { builder, source } = projectOf()
  const { project } = builder
  const supposing = { ...SUPPOSING_NOTHING, sources: new Set([source]) }
  const [plain, supposed] = [weighingOf(project), weighingOf(project, supposing)]
  expect(weighingOf(project)).toBe(plain)
  expect(weighingOf(project, supposing)).toBe(supposed)
  expect(supposed).not.toBe(plain)
})
