import { describe, expect, it } from 'vitest'
import { save } from '../document/save'
import { Builder } from '../testing/build'
import { weighingOf } from '../weighing/weigh'
import { matrixNames } from './names'
import { rowsInOrder } from './row-order'
import { comparisonSentence, findingSentences } from './sentences'
import { sortedRows } from './sorting'
import { matrixTable } from './table'

/** A matrix of three hypotheses and three rows of evidence. */
function built() {
  const builder = new Builder('Me')
  const hypotheses = ['Hedging', 'Bribe', 'Pique'].map((text) => builder.claim(text))
  builder.run('matrix.add', { title: 'Why?', hypotheses })
  const matrix = [...builder.project.matrices.keys()][0]!
  for (const text of ['A', 'B', 'C']) builder.run('row.add', { matrix, what: { text } })
  const rows = () => rowsInOrder(builder.project, matrix)
  const rate = (row: number, column: number, rating: 'CC' | 'C' | 'N' | 'NA' | 'I' | 'II') =>
    builder.run('cell.rate', { row: rows()[row]!.id, hypothesis: hypotheses[column]!, rating })
  const table = () =>
    matrixTable(builder.project, weighingOf(builder.project), builder.project.matrices.get(matrix)!)
  const sentences = () => findingSentences(table().shown, table().findings, table().names)
  return { builder, hypotheses, matrix, rows, rate, table, sentences }
}

describe('the cells of a matrix', () => {
  it('say what the map has beside the rating', () => {
    const { builder, hypotheses, rows, rate, table } = built()
    const [, bribe, pique] = hypotheses as [string, string, string]
    const [a, b, c] = rows().map(({ claim }) => claim) as [string, string, string]
    rate(0, 0, 'II')
    builder.relation('attack', [builder.claim('No.')], [...builder.project.relations.keys()][0]!)
    builder.relation('support', [b, c], bribe)
    builder.relation('support', [a], bribe)
    builder.relation('attack', [a], bribe)
    const middle = builder.claim('In between')
    builder.relation('support', [a], middle)
    builder.relation('attack', [middle], pique)
    const cells = table().lines.map((line) => line.cells)
    expect(cells[0]![0]).toMatchObject({ rating: '', answered: 'II' })
    expect(cells[0]![1]).toMatchObject({ rating: 'N', isBoth: true })
    expect(cells[0]![2]).toMatchObject({ rating: '', ghost: { rating: 'I', by: [middle] } })
    expect(cells[1]![1]).toMatchObject({ rating: '', joint: expect.any(String) as string })
    rate(0, 2, 'N')
    expect(table().lines[0]!.cells[2]).not.toHaveProperty('ghost')
  })

  it('suggest nothing where ways of one length part', () => {
    const { builder, hypotheses, rows, table } = built()
    for (const kind of ['support', 'attack'] as const) {
      const middle = builder.claim(kind)
      builder.relation('support', [rows()[0]!.claim], middle)
      builder.relation(kind, [middle], hypotheses[0]!)
    }
    expect(table().lines[0]!.cells[0]).not.toHaveProperty('ghost')
  })
})

describe('what a matrix hangs on', () => {
  it('is said in sentences, with who leads', () => {
    const { rate, sentences } = built()
    rate(0, 0, 'I')
    rate(1, 1, 'II')
    rate(2, 2, 'II')
    expect(sentences()).toEqual([
      'Least contradicted: H1.',
      'H2 reaches H1 if 1 row is wrong, such as E2.',
      'H3 reaches H1 if 1 row is wrong, such as E3.',
      'Without E2, H2 leads.',
      'Without E3, H3 leads.',
    ])
  })

  it('names who leads if evidence is deceptive, or is seen', () => {
    const { builder, matrix, rows, rate, sentences } = built()
    rate(0, 0, 'I')
    rate(1, 1, 'II')
    rate(2, 2, 'II')
    builder.run('row.add', { matrix, what: { claim: rows()[0]!.claim }, reading: 'deception' })
    rate(3, 0, 'CC')
    rate(3, 1, 'N')
    builder.run('row.add', { matrix, what: { text: 'Money moves' }, seen: 'awaited' })
    rate(4, 0, 'II')
    expect(sentences()).toContain('If E1 is deceptive: H1 still leads.')
    expect(sentences()).toContain('If E4 is seen: H2 and H3 lead.')
  })

  it('compares analysts, those first that change who leads', () => {
    const { builder, rate, table } = built()
    rate(0, 0, 'I')
    rate(1, 1, 'II')
    rate(2, 2, 'N')
    const mine = builder.project
    rate(2, 2, 'C')
    rate(0, 0, 'C')
    builder.run('project.rename', { title: 'Ayşe' })
    // Ratings that are relations are one thing for all; those of cells are each analyst's own.
    const theirs = save(builder.project)
    builder.project = mine
    builder.run('project.merge', { file: theirs })
    const { comparisons, names } = table()
    expect(comparisons.map((each) => comparisonSentence(each, names))).toEqual([
      'E1, H1: you I, Ayşe C; opposed. With the other rating, H1 and H3 lead.',
      'E3, H3: you N, Ayşe C; a shade.',
    ])
  })

  it('P11 no sentence has a number that is not a count', () => {
    const { rate, sentences } = built()
    rate(0, 0, 'I')
    rate(1, 1, 'II')
    for (const sentence of sentences()) expect(sentence).not.toMatch(/%|\d[.,]\d|likely|probab/)
  })
})

it('rows are sorted by what they separate, and equals stay in the order by hand', () => {
  const { builder, matrix, rows, rate, table } = built()
  rate(1, 0, 'I')
  rate(1, 1, 'C')
  rate(2, 0, 'II')
  rate(2, 1, 'C')
  const { shown, findings } = table()
  const names = matrixNames(builder.project.matrices.get(matrix)!, rows())
  const order = (sort: 'separates' | 'relevance') =>
    sortedRows(builder.project, shown.rows, findings, sort).map(({ id }) => names.row.get(id))
  expect(order('separates')).toEqual(['E3', 'E2', 'E1'])
  builder.run('row.edit', { row: rows()[1]!.id, fields: { relevance: 'high' } })
  expect(table().lines[1]).toMatchObject({ relevance: 'high', credibility: 'low', isDerived: true })
})
