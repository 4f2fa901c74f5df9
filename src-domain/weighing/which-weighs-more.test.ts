import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { weigh } from './weigh'
import { weighingQuestion } from './which-weighs-more'

/** A hypothesis with a reason and an objection that rest on passages of two sources. */
function rivals(grades: readonly ['A' | 'C' | '', 'A' | 'C' | ''] = ['A', 'A']) {
  const builder = new Builder()
  const claims = grades.map((reliability, at) => {
    const source = builder.source(`Words of source ${at}.`)
    builder.run('source.describe', { source, fields: { reliability, credibility: reliability && '2' } })
    return builder.run('claim.fromSelection', { source, start: 0, end: 5, category: 'evidence' })
  })
  const hypothesis = builder.run('claim.add', { text: 'It was hedging', category: 'hypothesis' })
  const reason = builder.relation('support', [claims[0]!], hypothesis)
  const objection = builder.relation('attack', [claims[1]!], hypothesis)
  const asked = () => weighingQuestion(builder.project, weigh(builder.project), hypothesis)
  const verdict = () => weigh(builder.project).verdicts.get(hypothesis)!.verdict
  return { builder, claims, hypothesis, reason, objection, asked, verdict }
}

test('equal sides are set side by side, each with the strength that settles it', () => {
  const { builder, claims, reason, objection, asked, verdict } = rivals()
  const question = asked()!
  expect([question.force, question.reason.premises, question.objection.premises]).toEqual([
    'moderate',
    [claims[0]],
    [claims[1]],
  ])
  expect(question.reason.decision).toMatchObject({ relation: reason, strength: 'strong' })
  expect(question.objection.decision).toMatchObject({ relation: objection, strength: 'strong' })
  const { relation, strength } = question.reason.decision!
  builder.run('relation.strength', { relation, strength })
  expect([verdict(), asked()]).toEqual(['stands', undefined])
})

test('where the premise does not carry more, the other side becomes weaker', () => {
  const { builder, objection, asked, verdict } = rivals(['C', 'A'])
  const { decision } = asked()!.reason
  expect(decision).toMatchObject({ relation: objection, strength: 'weak' })
  builder.run('relation.strength', { relation: objection, strength: 'weak' })
  expect(verdict()).toBe('stands')
})

test('where no strength decides, nothing is offered', () => {
  const { builder, objection, reason, asked } = rivals(['C', 'C'])
  const third = builder.source('Further words.')
  const same = builder.run('claim.fromSelection', { source: third, start: 0, end: 7, category: 'evidence' })
  builder.relation('attack', [same], builder.project.relations.get(objection)!.target)
  builder.run('relation.strength', { relation: reason, strength: 'strong' })
  expect(asked()!.reason.decision).toBeUndefined()
})
