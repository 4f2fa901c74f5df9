import { expect, it } from 'vitest'
import { Builder } from '../testing/build'
import { sourceGroups } from '../reuse/independence'
import { weigh } from '../weighing/weigh'
import { sourceSentence } from './listed-source'
import { listsOf } from './lists'

it('the lists name assumptions, sources, questions, indicators and partings, each with what hangs on it', () => {
  const builder = new Builder()
  const source = builder.source('Money moved in May.', 'Nobody saw it.')
  const { map } = builder
  const mark = { source, start: 0, end: 19, category: 'evidence', map }
  const evidence = builder.run('claim.fromSelection', mark)
  const assumed = builder.run('claim.add', { text: 'Money leaves traces', category: 'assumption' })
  const end = builder.claim('It was a bribe')
  builder.relation('support', [evidence, assumed], end)
  const asked = builder.run('claim.add', { text: 'Who paid?', category: 'question' })
  builder.run('matrix.add', { title: 'Why?', hypotheses: [end] })
  const [matrix] = builder.project.matrices.keys()
  const awaited = builder.claim('More money moves')
  builder.run('row.add', { matrix: matrix!, what: { claim: awaited }, seen: 'awaited' })
  builder.run('claim.judge', { claim: end, likelihood: 'unlikely', confidence: '', basis: '' })
  const { project } = builder
  const lists = listsOf(project, weigh(project))
  expect(lists.assumptions).toEqual([{ claim: assumed, says: '1 claim stands only on it.' }])
  expect(lists.sources.map(sourceSentence)).toEqual([
    'Not graded. 1 claim rests on it alone. Without it 2 verdicts change. They stay as long as it is at least D.',
  ])
  expect(lists.questions).toEqual([{ claim: asked, says: '' }])
  expect(lists.indicators).toEqual([{ claim: awaited, says: 'Watched for in “Why?”.' }])
  expect(lists.partings).toEqual([{ claim: end, says: 'You judge it unlikely; on the map it stands.' }])
})

it('the list of sources says which claims rest only on articles that count as one', () => {
  const builder = new Builder()
  const [one, other] = [
    builder.source('Money moved in May.'),
    builder.source('Money moved in May, one said.'),
  ]
  const claim = builder.run('claim.fromSelection', { source: one, start: 0, end: 19, category: 'evidence' })
  builder.run('excerpt.add', { claim, source: other, start: 0, end: 18 })
  const { project } = builder
  const groups = sourceGroups(project, [{ one, other }])
  const sentences = listsOf(project, weigh(project), undefined, groups).sources.map(sourceSentence)
  expect(sentences[0]).toContain(
    '1 claim rests on it, none on it alone, 1 only on it and articles that count as one with it. Without it',
  )
})
