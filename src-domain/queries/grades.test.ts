import { expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { citation, quotation } from './citation'
import { excerptsByClaim } from './excerpt-index'
import { bestGrade } from './grades'

function marked() {
  const builder = new Builder()
  const [good, poor] = [builder.source('Ankara bought it.'), builder.source('Moscow sold it.')]
  builder.run('source.describe', {
    source: good,
    fields: { title: 'Good', reliability: 'B', credibility: '2' },
  })
  builder.run('source.describe', { source: poor, fields: { title: 'Poor', reliability: 'D' } })
  const claim = builder.run('claim.fromSelection', { source: poor, start: 0, end: 6, category: 'evidence' })
  builder.run('excerpt.add', { claim, source: good, start: 0, end: 6 })
  const passages = () => excerptsByClaim(builder.project).get(claim) ?? []
  return { builder, good, passages }
}

test('a claim has the grade of the passage that carries it best', () => {
  const { builder, passages } = marked()
  expect(bestGrade(builder.project, passages())).toEqual({ force: 3, grade: 'B2' })
  expect(bestGrade(builder.project, [])).toBeUndefined()
})

test('a passage may have a credibility of its own, and citations end with the grade', () => {
  const { builder, good, passages } = marked()
  const own = passages().find(({ source }) => source === good)!
  builder.run('excerpt.credibility', { excerpt: own.id, credibility: '5' })
  const passage = passages().find(({ id }) => id === own.id)!
  const source = builder.project.sources.get(good)!
  expect(citation(source, 0, passage)).toBe('“Good”, para. 1 [B5]')
  expect(quotation(source, 'Ankara', 0)).toBe('“Ankara” (“Good”, para. 1 [B2])')
  expect(bestGrade(builder.project, passages())?.grade).toBe('D')
})
