import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { statusSentence } from './status-sentence'
import { SUPPOSING_NOTHING } from './supposing'
import { weigh } from './weigh'

/** A step from A to B, and the sentence about it. */
function stepOf() {
  const builder = new Builder()
  const [a, b] = [builder.claim('A'), builder.claim('B')]
  const step = builder.relation('support', [a], b)
  const said = () => statusSentence(builder.project, weigh(builder.project), step)
  return { builder, a, b, step, said }
}

test('a step holds with the force of its weakest link', () => {
  expect(stepOf().said()).toBe('Holds (weak).')
})

test('a step fails with its premise, and by an undercut that stands', () => {
  const { builder, a, step, said } = stepOf()
  builder.run('claim.standing', { claim: a, standing: 'aside' })
  expect(said()).toBe('Fails: ‘A’ does not stand.')
  builder.relation('attack', [builder.claim('C')], step)
  expect(said()).toBe('Fails: ‘A’ does not stand, and ‘C’ undercuts it.')
})

test('a step that hangs on a contested premise is contested', () => {
  const { builder, a, said } = stepOf()
  builder.relation('contradict', [builder.claim('not A')], a)
  expect(said()).toBe('Contested: it hangs on ‘A’.')
})

test('a step that is supposed off says so', () => {
  const { builder, step } = stepOf()
  const supposing = { ...SUPPOSING_NOTHING, relations: new Set([step]) }
  const { project } = builder
  expect(statusSentence(project, weigh(project, supposing), step, supposing)).toBe(
    'Fails: you suppose it off.',
  )
})
