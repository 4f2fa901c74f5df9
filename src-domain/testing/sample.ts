import type { Project } from '../document/project'
import type { DisagreementRecord } from '../records/disagreement'
import type { Tie } from '../records/tie'
import { Builder } from './build'
import { testEnv } from './env'

/** A project with at least one record in every table, and relations of every kind, linked and undercut. */
export function sampleProject(prefix = 'sample'): Project {
  const builder = new Builder('Sample', testEnv(prefix))
  const source = builder.source(
    'Ankara signed for the S-400 in 2017.',
    'Washington answered with sanctions. 🧭',
  )
  const at = { source, category: 'judgement', map: builder.map }
  const a = builder.run('claim.fromSelection', { ...at, start: 0, end: 20 })
  const b = builder.run('claim.fromSelection', { ...at, start: 38, end: 60 })
  const step = builder.relation('support', [a], b)
  builder.relation('attack', [builder.claim('It would have done so anyway.', builder.map)], step)
  const rival = builder.claim('It was a bribe.', builder.map)
  builder.relation('contradict', [rival], a)
  builder.relation('support', [rival], b)
  builder.relation(
    'support',
    [builder.claim('Money changed hands.'), builder.claim('Somebody saw it.')],
    rival,
  )
  builder.run('claim.place', { claims: [rival], map: builder.run('map.add', { name: 'Second' }) })
  builder.run('relation.scheme', { relation: step, scheme: 'sign' })
  builder.run('group.make', { claims: [a, b], map: builder.map, title: 'The deal' })
  builder.run('matrix.add', { title: 'Why the S-400?', hypotheses: [b, rival] })
  const [matrix] = builder.project.matrices.keys()
  const evidence = builder.claim('Deliveries began in 2019.')
  builder.run('row.add', { matrix: matrix!, what: { claim: a } })
  builder.run('row.add', { matrix: matrix!, what: { claim: evidence } })
  const [first, second] = builder.project.rows.keys()
  builder.run('cell.rate', { row: first!, hypothesis: rival, rating: 'II' })
  builder.run('cell.rate', { row: second!, hypothesis: b, rating: 'C', note: 'As one would expect.' })
  builder.run('scenario.keep', { name: 'No money', sources: [], claims: [rival], relations: [], given: [a] })
  // One article is enough for the rules of ties: it cites an earlier text of its own.
  const tie: Tie = {
    ...{ id: `${prefix}-tie`, kind: 'cites', source, other: source },
    ...{ reason: 'As it says.', made: '2026-01-05T09:00:00.000Z' },
  }
  const disagreement: DisagreementRecord = {
    ...{ id: `${prefix}-undecided`, kind: 'changed', table: 'claims', record: rival },
    ...{
      mine: { text: 'It was a bribe.' },
      theirs: { text: 'It was bribery.' },
      made: '2026-01-05T09:00:00.000Z',
    },
  }
  return {
    ...builder.project,
    disagreements: new Map([[disagreement.id, disagreement]]),
    ties: new Map([[tie.id, tie]]),
  }
}
