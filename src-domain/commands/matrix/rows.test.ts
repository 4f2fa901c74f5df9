import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch, invertPatch } from '../../document/patch'
import { save } from '../../document/save'
import { shownMatrix } from '../../matrix/matrix-of'
import { rowsInOrder } from '../../matrix/row-order'
import { RATINGS } from '../../records/matrix-cell'
import { RELATION_KINDS, STRENGTHS } from '../../records/relation'
import { Builder } from '../../testing/build'
import { weigh } from '../../weighing/weigh'
import { runCommand } from '../registry'

/** A matrix of two hypotheses and three rows. */
function built() {
  const builder = new Builder()
  const hypotheses = ['Hedging', 'Bribe'].map((text) => builder.claim(text))
  builder.run('matrix.add', { title: 'Why?', hypotheses })
  const matrix = [...builder.project.matrices.keys()][0]!
  for (const text of ['E1', 'E2', 'E3']) builder.run('row.add', { matrix, what: { text } })
  const rows = () => rowsInOrder(builder.project, matrix)
  const wordings = () => rows().map(({ claim }) => builder.project.claims.get(claim)!.text)
  const attempt = (...[name, input]: Parameters<typeof builder.run>) =>
    runCommand(builder.project, name, input, builder.env)
  return { builder, hypotheses, matrix, rows, wordings, attempt }
}

describe('the columns of a matrix', () => {
  it('get a new hypothesis, as a claim with a card on the map', () => {
    const { builder, matrix, hypotheses } = built()
    const added = builder.run('hypothesis.add', { matrix, what: { text: 'Pique' }, map: builder.map })
    expect(builder.project.matrices.get(matrix)!.hypotheses).toEqual([...hypotheses, added])
    expect(builder.project.claims.get(added)).toMatchObject({ text: 'Pique', category: 'hypothesis' })
    expect([...builder.project.placements.values()]).toMatchObject([{ claim: added }])
  })

  it('refuse evidence of the same matrix, and a hypothesis twice', () => {
    const { matrix, hypotheses, rows, attempt } = built()
    const add = (claim: string) => attempt('hypothesis.add', { matrix, what: { claim } })
    expect(add(rows()[0]!.claim)).toMatchObject({ refusal: expect.stringContaining('evidence') as string })
    expect(add(hypotheses[0]!)).toMatchObject({ refusal: expect.stringContaining('already') as string })
  })

  it('move, and go with their cells', () => {
    const { builder, matrix, hypotheses, rows } = built()
    const [hedging, bribe] = hypotheses as [string, string]
    builder.run('cell.rate', { row: rows()[0]!.id, hypothesis: bribe, rating: 'N' })
    builder.run('hypothesis.move', { matrix, hypothesis: bribe, to: 0 })
    expect(builder.project.matrices.get(matrix)!.hypotheses).toEqual([bribe, hedging])
    builder.run('hypothesis.remove', { matrix, hypothesis: bribe })
    expect(builder.project.cells.size).toBe(0)
    expect(builder.project.claims.has(bribe)).toBe(true)
  })

  it('exclude each other once, whichever way round they did before', () => {
    const { builder, matrix, hypotheses } = built()
    const [hedging, bribe] = hypotheses as [string, string]
    builder.run('hypothesis.add', { matrix, what: { text: 'Pique' } })
    builder.relation('contradict', [bribe], hedging)
    builder.run('hypotheses.exclude', { matrix })
    builder.run('hypotheses.exclude', { matrix })
    expect([...builder.project.relations.values()].map(({ kind }) => kind)).toEqual([
      'contradict',
      'contradict',
      'contradict',
    ])
  })
})

describe('the rows of a matrix', () => {
  it('come from the map, with all that it has for or against a hypothesis and is not there yet', () => {
    const { builder, matrix, hypotheses, rows, wordings } = built()
    const [hedging, bribe] = hypotheses as [string, string]
    const [ground, objection, rival, aside] = ['Talks', 'No transfer', 'E1', 'Weather'].map((text) =>
      builder.claim(text),
    ) as [string, string, string, string]
    builder.relation('contradict', [hedging], bribe)
    builder.relation('support', [ground], hedging)
    builder.relation('attack', [objection], bribe)
    builder.relation('attack', [objection, rival], hedging)
    builder.relation('support', [aside], ground)
    builder.relation('attack', [rows()[0]!.claim], bribe)
    builder.run('rows.fromMap', { matrix })
    expect(wordings()).toEqual(['E1', 'E2', 'E3', 'Talks', 'No transfer', 'E1'])
    builder.run('rows.fromMap', { matrix })
    expect(rows()).toHaveLength(6)
  })

  it('move up and down, and stay at the ends', () => {
    const { builder, rows, wordings } = built()
    builder.run('row.move', { row: rows()[2]!.id, to: 0 })
    expect(wordings()).toEqual(['E3', 'E1', 'E2'])
    builder.run('row.move', { row: rows()[0]!.id, to: 99 })
    expect(wordings()).toEqual(['E1', 'E2', 'E3'])
    builder.run('row.move', { row: rows()[1]!.id, to: -3 })
    expect(wordings()).toEqual(['E2', 'E1', 'E3'])
  })

  it('have room for a deception directly below its row', () => {
    const { builder, matrix, rows, wordings } = built()
    const [, second] = rows()
    const what = { claim: second!.claim }
    builder.run('row.add', { matrix, what, reading: 'deception', below: second!.id })
    expect(wordings()).toEqual(['E1', 'E2', 'E2', 'E3'])
    expect(rows()[2]).toMatchObject({ reading: 'deception' })
  })

  it('never make a relation of a deception', () => {
    const { builder, matrix, hypotheses, rows } = built()
    const [first] = rows()
    builder.run('row.add', { matrix, what: { claim: first!.claim }, reading: 'deception' })
    builder.run('cell.rate', { row: rows()[3]!.id, hypothesis: hypotheses[0]!, rating: 'II' })
    expect(builder.project.relations.size).toBe(0)
  })

  it('become steps on the map when they are seen, and ratings again when that is taken back', () => {
    const { builder, hypotheses, rows } = built()
    const [hedging, bribe] = hypotheses as [string, string]
    const row = rows()[0]!.id
    builder.run('row.see', { row, seen: 'awaited' })
    builder.run('cell.rate', { row, hypothesis: hedging, rating: 'II' })
    builder.run('cell.rate', { row, hypothesis: bribe, rating: 'C' })
    builder.run('row.see', { row, seen: '', note: 'Seen on 3 May.' })
    expect([...builder.project.relations.values()]).toMatchObject([{ kind: 'attack', strength: 'strong' }])
    expect([...builder.project.cells.values()]).toMatchObject([{ hypothesis: bribe, rating: 'C' }])
    builder.run('row.see', { row, seen: 'awaited' })
    expect(builder.project.relations.size).toBe(0)
    expect([...builder.project.cells.values()].map(({ rating }) => rating).sort()).toEqual(['C', 'II'])
    expect(rows()[0]).toMatchObject({ seen: 'awaited', note: 'Seen on 3 May.' })
  })

  it('keep a step with details, unless they are told to remove it', () => {
    const { builder, hypotheses, rows, attempt } = built()
    const row = rows()[0]!.id
    builder.run('cell.rate', { row, hypothesis: hypotheses[0]!, rating: 'I' })
    const [relation] = builder.project.relations.keys()
    builder.run('relation.note', { relation: relation!, note: 'Seen twice.' })
    const outcome = attempt('row.see', { row, seen: 'awaited' })
    expect(outcome).toMatchObject({ instead: { input: { removeSteps: true } } })
    builder.run('row.see', { row, seen: 'awaited', removeSteps: true })
    expect(builder.project.relations.size).toBe(0)
  })
})

describe('any rating over any step', () => {
  const relation = fc.record({
    kind: fc.constantFrom(...RELATION_KINDS),
    strength: fc.constantFrom('' as const, ...STRENGTHS),
    turned: fc.boolean(),
  })

  it('P1 shows that rating or is refused, and is undone whole', () => {
    fc.assert(
      fc.property(
        fc.array(relation, { maxLength: 2 }),
        fc.array(fc.constantFrom('' as const, ...RATINGS), { minLength: 1, maxLength: 4 }),
        (relations, ratings) => {
          const { builder, matrix, hypotheses, rows, attempt } = built()
          const { id: row, claim } = rows()[0]!
          const hypothesis = hypotheses[0]!
          for (const { kind, strength, turned } of relations) {
            const back = turned && kind === 'contradict'
            const id = builder.relation(kind, [back ? hypothesis : claim], back ? claim : hypothesis)
            builder.run('relation.strength', { relation: id, strength })
          }
          for (const rating of ratings) {
            const before = builder.project
            const outcome = attempt('cell.rate', { row, hypothesis, rating })
            if ('refusal' in outcome) continue
            const applied = applyPatch(before, outcome.patch)
            if ('conflict' in applied) throw new Error(applied.conflict)
            builder.project = applied.project
            // All claims are bare premises here, so no relation fails but by a contradiction.
            const given = { ...builder.project, claims: withStanding(builder, claim) }
            const shown = shownMatrix(given, weigh(given), builder.project.matrices.get(matrix)!)
            expect(shown.rows[0]!.cells[hypothesis]).toBe(rating)
            const undone = applyPatch(builder.project, invertPatch(outcome.patch))
            if ('conflict' in undone) throw new Error(undone.conflict)
            expect(save(undone.project)).toBe(save(before))
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  const withStanding = ({ project }: Builder, claim: string) =>
    new Map(project.claims).set(claim, { ...project.claims.get(claim)!, standing: 'given' })
})
