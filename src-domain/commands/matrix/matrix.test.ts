import { describe, expect, it } from 'vitest'
import { brokenRules } from '../../document/integrity'
import { load } from '../../document/load'
import { save } from '../../document/save'
import { ratingOnMap } from '../../matrix/ratings'
import { Builder } from '../../testing/build'
import { runCommand } from '../registry'

/** A matrix of two hypotheses with one row. */
function built() {
  const builder = new Builder()
  const [evidence, hedging, bribe] = ['E', 'Hedging', 'Bribe'].map((text) => builder.claim(text)) as [
    string,
    string,
    string,
  ]
  builder.run('matrix.add', { title: 'Why?', hypotheses: [hedging, bribe] })
  const matrix = [...builder.project.matrices.keys()][0]!
  builder.run('row.add', { matrix, what: { claim: evidence } })
  const row = [...builder.project.rows.keys()][0]!
  const relations = () => [...builder.project.relations.values()]
  const cells = () => [...builder.project.cells.values()]
  const rate = (rating: '' | 'CC' | 'C' | 'N' | 'NA' | 'I' | 'II', removeStep?: boolean) =>
    builder.run('cell.rate', { row, hypothesis: bribe, rating, ...(removeStep && { removeStep }) })
  return { builder, evidence, hedging, bribe, matrix, row, relations, cells, rate }
}

describe('rating a cell', () => {
  it.each([
    ['CC', 'support', 'strong'],
    ['I', 'attack', ''],
    ['II', 'attack', 'strong'],
  ] as const)('%s adds a step to the map', (rating, kind, strength) => {
    const { rate, relations, cells, evidence, bribe } = built()
    rate(rating)
    expect(relations()).toMatchObject([{ kind, strength, premises: [evidence], target: bribe }])
    expect(cells()).toEqual([])
  })

  it('keeps the step when it changes, with its warrant', () => {
    const { builder, rate, relations } = built()
    rate('I')
    const { id } = relations()[0]!
    builder.run('relation.warrant', { relation: id, warrant: 'Because.' })
    rate('II')
    rate('CC')
    rate('C')
    expect(relations()).toMatchObject([{ id, kind: 'support', strength: '', warrant: 'Because.' }])
  })

  it('keeps a contradiction as one, in either direction', () => {
    const { builder, rate, relations, evidence, bribe } = built()
    builder.relation('contradict', [bribe], evidence)
    rate('I')
    expect(relations()).toMatchObject([{ kind: 'contradict', premises: [bribe], strength: 'moderate' }])
    rate('II')
    expect(relations()).toMatchObject([{ kind: 'contradict', premises: [bribe], strength: '' }])
    rate('CC')
    expect(relations()).toMatchObject([{ kind: 'support', premises: [evidence], target: bribe }])
  })

  it.each(['N', 'NA', 'C'] as const)('%s over an attack removes the step and stores the cell', (rating) => {
    const { rate, relations, cells } = built()
    rate('I')
    rate(rating)
    expect(relations()).toEqual([])
    expect(cells()).toMatchObject([{ rating, analyst: '' }])
    rate('')
    expect(cells()).toEqual([])
  })

  it('refuses to remove a step with details, unless it is told to', () => {
    const { builder, rate, relations, row, bribe } = built()
    rate('I')
    builder.run('relation.note', { relation: relations()[0]!.id, note: 'Seen twice.' })
    const outcome = runCommand(
      builder.project,
      'cell.rate',
      { row, hypothesis: bribe, rating: 'N' },
      builder.env,
    )
    expect(outcome).toMatchObject({
      refusal: expect.stringContaining('Remove the step too') as string,
      instead: { title: 'Remove the step too', input: { removeStep: true } },
    })
    rate('N', true)
    expect(relations()).toEqual([])
  })

  it('refuses to choose among several steps', () => {
    const { builder, rate, relations, evidence, bribe } = built()
    builder.relation('attack', [evidence], bribe)
    builder.relation('support', [evidence], bribe)
    expect(() => rate('II')).toThrow('The map has 2 steps between these.')
    expect(ratingOnMap(relations(), evidence, bribe)).toBe('N')
  })

  it('leaves the map alone for an indicator that was not seen yet', () => {
    const { builder, rate, relations, cells, row } = built()
    builder.run('row.see', { row, seen: 'awaited' })
    rate('II')
    expect(relations()).toEqual([])
    expect(cells()).toMatchObject([{ rating: 'II' }])
  })
})

describe('the tables of a matrix', () => {
  it('P3 lose what concerns a deleted claim', () => {
    const { builder, rate, cells, bribe, hedging, evidence } = built()
    rate('N')
    builder.run('scenario.keep', {
      name: 'S',
      sources: [],
      claims: [bribe, evidence],
      relations: [],
      given: [],
    })
    builder.run('claim.remove', { claims: [bribe] })
    expect([...builder.project.matrices.values()]).toMatchObject([{ hypotheses: [hedging] }])
    expect([...builder.project.scenarios.values()]).toMatchObject([{ claims: [evidence] }])
    expect(cells()).toEqual([])
    builder.run('claim.remove', { claims: [evidence] })
    expect(builder.project.rows.size).toBe(0)
  })

  it('P3 follow merged claims, and keep the ratings of both rows', () => {
    const { builder, matrix, evidence, hedging, bribe, rate, cells } = built()
    rate('N')
    const twin = builder.claim('E again')
    builder.run('row.add', { matrix, what: { claim: twin } })
    const second = [...builder.project.rows.values()].find(({ claim }) => claim === twin)!.id
    builder.run('cell.rate', { row: second, hypothesis: bribe, rating: 'NA' })
    builder.run('cell.rate', { row: second, hypothesis: hedging, rating: 'C' })
    builder.run('claim.merge', { claims: [evidence, twin] })
    expect([...builder.project.rows.values()]).toMatchObject([{ claim: evidence }])
    expect(cells().map(({ hypothesis, rating }) => [hypothesis, rating])).toEqual(
      expect.arrayContaining([
        [bribe, 'N'],
        [hedging, 'C'],
      ]),
    )
    expect(brokenRules(builder.project)).toEqual([])
  })

  it('P3 another analyst’s ratings of the same matrix get a name in a merge', () => {
    const { builder, rate, cells } = built()
    rate('N')
    const before = builder.project
    rate('NA')
    const others = save({ ...builder.project, about: { ...before.about, title: 'Ayşe' } })
    builder.project = before
    builder.run('project.merge', { file: others })
    expect(builder.project.matrices.size).toBe(1)
    expect(builder.project.rows.size).toBe(1)
    expect(cells()).toMatchObject([
      { rating: 'N', analyst: '' },
      { rating: 'NA', analyst: 'Ayşe' },
    ])
  })

  it('P4 a file opens from which an older Counterpoint deleted a claim', () => {
    const { builder, rate, evidence, bribe } = built()
    rate('N')
    const claims = new Map(builder.project.claims)
    for (const id of [evidence, bribe]) claims.delete(id)
    const loaded = load(save({ ...builder.project, claims }))
    if (!loaded.ok) throw new Error(loaded.message)
    const { matrices, rows, cells } = loaded.project
    expect([...matrices.values()][0]!.hypotheses).toHaveLength(1)
    expect([rows.size, cells.size]).toEqual([0, 0])
  })

  it('P4 a file with an unknown rating is refused in a sentence', () => {
    const { builder, rate } = built()
    rate('N')
    const loaded = load(save(builder.project).replace('"rating": "N"', '"rating": "Q"'))
    expect(loaded).toMatchObject({
      ok: false,
      message: expect.stringContaining('damaged in cells') as string,
    })
  })
})
