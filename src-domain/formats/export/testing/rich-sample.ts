import type { Project } from '../../../document/project'
import { Builder } from '../../../testing/build'

/** A map with all that can be said of claims, steps and maps: what samples of exports are written from. */
export function richSample(): { project: Project; map: string } {
  const builder = new Builder('Why was the bridge closed?')
  const { map } = builder
  const source = builder.source(
    'The bridge was closed because of ice, the mayor said.',
    'Salt had been ordered. It "never" came.',
  )
  builder.run('source.describe', {
    source,
    fields: { title: 'Bridge closed', authors: ['A. Reporter'], published: '2025-11-02', reliability: 'B' },
  })
  const mark = (start: number, end: number, category: string) =>
    builder.run('claim.fromSelection', { source, start, end, category, map })
  const claim = (text: string, category: string) => builder.run('claim.add', { text, category, map })
  const ice = claim('Ice closed the bridge', 'hypothesis')
  const planned = claim('The closure was planned', 'hypothesis')
  const mayor = mark(0, 52, 'evidence')
  const salt = mark(78, 94, 'evidence')
  const unsaid = claim('Who does not salt expects no traffic', 'assumption')
  const office = claim('The mayor’s office orders the salt', 'judgement')
  const strong = builder.relation('support', [mayor], ice)
  const linked = builder.relation('support', [salt, unsaid], planned)
  builder.relation('contradict', [planned], ice)
  builder.relation('attack', [office], linked)
  builder.relation('attack', [claim('Was the salt late, or never ordered?', 'question')], strong)
  builder.run('relation.scheme', { relation: strong, scheme: 'expert-opinion' })
  builder.run('relation.answer', { relation: strong, question: 'field', answer: 'Roads are hers.' })
  builder.run('relation.strength', { relation: strong, strength: 'moderate' })
  builder.run('relation.warrant', { relation: linked, warrant: 'Salt is ordered for traffic.' })
  builder.run('relation.note', { relation: linked, note: 'To be checked.' })
  builder.run('claim.note', { claim: planned, note: 'Our own; =1+1 is no formula.' })
  builder.run('claim.tag', { claim: planned, tags: ['rival'] })
  builder.run('group.make', { claims: [salt, unsaid], map, title: 'The salt' })
  builder.run('matrix.add', { title: 'Why closed?', hypotheses: [ice, planned] })
  const [matrix] = builder.project.matrices.keys()
  builder.run('matrix.edit', { matrix: matrix!, fields: { question: 'Why was the bridge closed?' } })
  builder.run('row.add', { matrix: matrix!, what: { claim: mayor } })
  builder.run('row.add', { matrix: matrix!, what: { text: 'The road was dry' } })
  const [said, dry] = builder.project.rows.keys()
  builder.run('cell.rate', { row: said!, hypothesis: planned, rating: 'N', note: 'She may not know.' })
  builder.run('cell.rate', { row: dry!, hypothesis: ice, rating: 'II' })
  const { claims, maps } = builder.project
  const project = {
    ...builder.project,
    claims: new Map(claims).set(unsaid, { ...claims.get(unsaid)!, unstated: true }),
    maps: new Map(maps).set(map, { ...maps.get(map)!, caveat: 'Drawn from open sources.' }),
  }
  return { project, map }
}
