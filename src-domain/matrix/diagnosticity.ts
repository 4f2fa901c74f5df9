import type { Rating } from '../records/matrix-cell'
import { contribution, type ScoredRow } from './scores'

export interface Diagnosticity {
  /** The most minus the least that the row counts against a hypothesis, over rated cells but NA. */
  readonly spread: number
  /** The population standard deviation on a scale of five, as in Open Synthesis. Sorts rows that separate alike. */
  readonly deviation: number
  readonly separates: boolean
}

/** From very consistent to very inconsistent; NA stands in the middle. */
const FIVE: Readonly<Record<Rating, number>> = { CC: 5, C: 4, N: 3, NA: 3, I: 2, II: 1 }

const known = new WeakMap<
  ScoredRow,
  { readonly hypotheses: readonly string[]; readonly value: Diagnosticity }
>()

/**
 * What a row can separate, worked out once for a row. A row that says the same of all hypotheses separates nothing, however
 * strong it is.
 */
export function diagnosticityOf(hypotheses: readonly string[], row: ScoredRow): Diagnosticity {
  const before = known.get(row)
  if (before?.hypotheses === hypotheses) return before.value
  const value = separation(hypotheses, row)
  known.set(row, { hypotheses, value })
  return value
}

function separation(hypotheses: readonly string[], row: ScoredRow): Diagnosticity {
  const fives: number[] = []
  let [most, least, rated] = [0, Infinity, 0]
  for (const hypothesis of hypotheses) {
    const rating = row.cells[hypothesis]
    if (!rating) continue
    fives.push(FIVE[rating])
    if (rating === 'NA') continue
    const against = contribution(row, hypothesis, false)
    most = Math.max(most, against)
    least = Math.min(least, against)
    rated++
  }
  const spread = rated < 2 ? 0 : most - least
  return { spread, deviation: deviationOf(fives), separates: spread > 0 }
}

function deviationOf(values: readonly number[]): number {
  if (values.length === 0) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
