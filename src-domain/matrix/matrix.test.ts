import { describe, expect, it, test } from 'vitest'
import type { MatrixCell } from '../records/matrix-cell'
import type { MatrixRow, Weight } from '../records/matrix-row'
import { vectors } from '../testing/vectors'
import { weighedProject, type SparseProject } from '../testing/weighed'
import { weigh } from '../weighing/weigh'
import { diagnosticityOf, type Diagnosticity } from './diagnosticity'
import { disagreementOf } from './disagreement'
import { linchpinRows, rowsToOvertake } from './linchpins'
import { shownMatrix } from './matrix-of'
import { ratingOnMap, type CellRating } from './ratings'
import { contribution, scoreMatrix, type ScoredRow } from './scores'

interface CellCase {
  name: string
  relations: NonNullable<SparseProject['relations']>
  row: string
  hypothesis: string
  shows: CellRating
}

test.each(vectors<CellCase[]>('cells'))('a cell shows $shows for $name', (each) => {
  const { relations } = weighedProject({ relations: each.relations })
  expect(ratingOnMap(relations.values(), each.row, each.hypothesis)).toBe(each.shows)
})

interface Scored {
  name: string
  hypotheses: string[]
  rows: ScoredRow[]
  inconsistency: Record<string, number>
  weighted: Record<string, number>
  leaders: string[]
  weightedLeaders: string[]
  order: string[][]
  counts: Record<string, Record<string, number>>
  diagnosticity: Record<string, Diagnosticity>
  linchpins: unknown[]
  overtake: { leader: string; rival: string; reaches: string[] | null; passes: string[] | null }[]
}

interface Ach {
  weights: { rating: CellRating; credibility: Weight; relevance: Weight; value: number }[]
  matrices: Scored[]
}

const ach = vectors<Ach>('ach')

/** Numbers rounded to six digits after the point, as the vectors are. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'number' ? Math.round(each * 1e6) / 1e6 : each,
  )

test.each(ach.weights)('$rating counts $value at $credibility and $relevance', (each) => {
  const row = { id: 'r', cells: { h: each.rating }, credibility: each.credibility, relevance: each.relevance }
  expect(contribution(row, 'h', true)).toBeCloseTo(each.value, 6)
})

test.each(ach.matrices)('$name', (each) => {
  const { hypotheses, rows } = each
  const weighted = scoreMatrix(hypotheses, rows, true)
  const plain = scoreMatrix(hypotheses, rows, false)
  expect(rounded(plain.scores)).toEqual(each.inconsistency)
  expect(rounded(weighted.scores)).toEqual(each.weighted)
  expect(plain.leaders).toEqual(each.leaders)
  expect(weighted.leaders).toEqual(each.weightedLeaders)
  expect(weighted.order).toEqual(each.order)
  expect(weighted.counts).toEqual(each.counts)
  for (const row of rows) {
    expect(rounded(diagnosticityOf(hypotheses, row))).toEqual(each.diagnosticity[row.id])
  }
  expect(linchpinRows(hypotheses, rows, true)).toEqual(each.linchpins)
  for (const { leader, rival, reaches, passes } of each.overtake) {
    const overtake = (pass: boolean) =>
      rowsToOvertake(hypotheses, { leader, rival }, rows, { weighted: true, pass })
    expect({ reaches: overtake(false), passes: overtake(true) }).toEqual({ reaches, passes })
  }
})

interface MatrixCase {
  name: string
  project: SparseProject & { rows: Partial<MatrixRow>[]; cells: Partial<MatrixCell>[] }
  matrix: { id: string; hypotheses: string[]; weighted?: boolean }
  options: { swap?: string[] }
  shows: { rows: unknown[]; scores: Record<string, number>; leaders: string[] }
}

describe('a matrix of a project', () => {
  it.each(vectors<MatrixCase[]>('matrices'))('$name', ({ project: sparse, matrix, options, shows }) => {
    const rows = sparse.rows.map(
      (row) => ({ reading: '', seen: '', credibility: '', relevance: '', note: '', ...row }) as MatrixRow,
    )
    const cells = sparse.cells.map(
      (cell, i) => ({ id: `cell${i}`, analyst: '', note: '', ...cell }) as MatrixCell,
    )
    const project = {
      ...weighedProject(sparse),
      rows: new Map(rows.map((row) => [row.id, row])),
      cells: new Map(cells.map((cell) => [cell.id, cell])),
    }
    const shown = shownMatrix(project, weigh(project), matrix, new Set(options.swap))
    expect({ rows: shown.rows, scores: rounded(shown.scores), leaders: shown.leaders }).toEqual(shows)
  })
})

test.each(
  vectors<{ ratings: CellRating[]; spread: number; opposed: boolean; rated: number }[]>('disagreement'),
)('the ratings $ratings lie $spread apart', ({ ratings, ...apart }) => {
  expect(disagreementOf(ratings)).toEqual(apart)
})
