import type { Weight } from '../records/matrix-row'
import type { CellRating } from './ratings'

/** A row as it is scored: its rating for each hypothesis, and its weights; empty weights are medium. */
export interface ScoredRow {
  readonly id: string
  readonly cells: Readonly<Record<string, CellRating>>
  readonly credibility: Weight | ''
  readonly relevance: Weight | ''
  /** Whether it counts; true if left out. */
  readonly counted?: boolean
}

/** What a rating counts against a hypothesis. */
const AGAINST: Readonly<Record<CellRating, number>> = { CC: 0, C: 0, N: 0, NA: 0, I: 1, II: 2, '': 0 }

/** The weights of PARC ACH 2, technical description. */
const WEIGHT_FACTORS: Readonly<Record<Weight, number>> = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 }

/** Scores that differ by less are equal. */
const EQUAL = 1e-9

export type Scores = Readonly<Record<string, number>>

export interface MatrixScores {
  /** The sum that orders the hypotheses: weighted, or not. */
  readonly scores: Scores
  /** The sum without weights. */
  readonly inconsistency: Scores
  /** How often each rating is given to a hypothesis; `blank` for none. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly leaders: readonly string[]
  /** Groups of hypotheses with equal scores, the least contradicted first. */
  readonly order: readonly (readonly string[])[]
}

/** What a row counts against a hypothesis. */
export function contribution(row: ScoredRow, hypothesis: string, weighted: boolean): number {
  const against = AGAINST[row.cells[hypothesis] ?? '']
  if (!weighted || against === 0) return against
  return against * WEIGHT_FACTORS[row.credibility || 'medium'] * WEIGHT_FACTORS[row.relevance || 'medium']
}

const known = new WeakMap<
  ScoredRow,
  { readonly hypotheses: readonly string[]; readonly weighted: boolean; readonly against: readonly number[] }
>()

/** What a row counts against each of the hypotheses, in their order. It is worked out once for a row. */
export function contributions(
  row: ScoredRow,
  hypotheses: readonly string[],
  weighted: boolean,
): readonly number[] {
  const before = known.get(row)
  if (before?.hypotheses === hypotheses && before.weighted === weighted) return before.against
  const against = hypotheses.map((each) => contribution(row, each, weighted))
  known.set(row, { hypotheses, weighted, against })
  return against
}

/** The rows that count. */
export const countedRows = <Row extends ScoredRow>(rows: readonly Row[]): Row[] =>
  rows.filter(({ counted }) => counted !== false)

/** Scores hypotheses by what speaks against them (Heuer 1999, chapter 8). */
export function scoreMatrix(
  hypotheses: readonly string[],
  rows: readonly ScoredRow[],
  weighted: boolean,
): MatrixScores {
  const live = countedRows(rows)
  const sums = new Float64Array(hypotheses.length)
  for (const row of live) {
    const against = contributions(row, hypotheses, weighted)
    for (let i = 0; i < sums.length; i++) sums[i]! += against[i]!
  }
  const scores = Object.fromEntries(hypotheses.map((each, i) => [each, sums[i]!]))
  const counts = byHypothesis(hypotheses, (each) => countsOf(live, each))
  return {
    scores,
    inconsistency: byHypothesis(hypotheses, (each) => {
      const { I = 0, II = 0 } = counts[each]!
      return I * AGAINST.I + II * AGAINST.II
    }),
    counts,
    leaders: leadersOf(hypotheses, scores),
    order: orderOf(hypotheses, scores),
  }
}

const byHypothesis = <Value>(
  hypotheses: readonly string[],
  valueOf: (hypothesis: string) => Value,
): Record<string, Value> => Object.fromEntries(hypotheses.map((each) => [each, valueOf(each)]))

function countsOf(rows: readonly ScoredRow[], hypothesis: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { cells } of rows) {
    const rating = cells[hypothesis] || 'blank'
    counts[rating] = (counts[rating] ?? 0) + 1
  }
  return counts
}

/** All hypotheses with the least score. */
export function leadersOf(hypotheses: readonly string[], scores: Scores): string[] {
  const ranks = ranksOf(hypotheses.map((each) => scores[each]!))
  return hypotheses.filter((_, i) => ranks[i] === 0)
}

/** Groups of hypotheses with equal scores, least first, each in the order of the columns. */
function orderOf(hypotheses: readonly string[], scores: Scores): string[][] {
  const groups: string[][] = []
  const ranks = ranksOf(hypotheses.map((each) => scores[each]!))
  hypotheses.forEach((each, i) => (groups[ranks[i]!] ??= []).push(each))
  return groups
}

/** The rank of each of some scores: 0 for the least and those equal to it, 1 for the next. */
export function ranksOf(scores: readonly number[]): number[] {
  const sorted = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!)
  const ranks: number[] = []
  let [rank, first] = [-1, -Infinity]
  for (const i of sorted) {
    if (scores[i]! - first >= EQUAL) [rank, first] = [rank + 1, scores[i]!]
    ranks[i] = rank
  }
  return ranks
}

/** Whether a difference of scores counts as none. */
export const isGone = (gap: number): boolean => gap < EQUAL
