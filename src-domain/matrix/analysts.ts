import type { Project } from '../document/project'
import type { Matrix } from '../records/matrix'
import { disagreementOf, type Disagreement } from './disagreement'
import type { ShownMatrix } from './matrix-of'
import type { CellRating } from './ratings'
import { contribution, leadersOf } from './scores'
import { storedCells } from './stored-cells'

/** The rating of one analyst in a cell. */
interface AnalystRating {
  /** Empty for the analyst who works here. */
  readonly analyst: string
  readonly rating: CellRating
  readonly note: string
}

/** A cell that several analysts rated, not all alike. */
export interface Comparison extends Disagreement {
  readonly row: string
  readonly hypothesis: string
  /** The own rating first. */
  readonly ratings: readonly AnalystRating[]
  /** Who leads with the rating of another analyst in place of the own; null if the same do. */
  readonly leaders: readonly string[] | null
}

/**
 * Where the ratings of several analysts lie apart: those first that change the leaders, then opposed ones, then by how far.
 * Ratings of others are compared, never averaged into the score.
 */
export function comparisonsOf(
  { cells }: Pick<Project, 'cells'>,
  { hypotheses, weighted }: Pick<Matrix, 'hypotheses' | 'weighted'>,
  { rows, scores, leaders }: ShownMatrix,
): Comparison[] {
  const { others } = storedCells({ cells })
  const found: Comparison[] = []
  for (const row of rows) {
    const ofRow = others.get(row.id)
    if (!ofRow) continue
    for (const hypothesis of hypotheses) {
      const theirs = ofRow.get(hypothesis)
      if (!theirs) continue
      const ratings = [
        { analyst: '', rating: row.cells[hypothesis] ?? '', note: '' },
        ...theirs.map(({ analyst, rating, note }) => ({ analyst, rating, note })),
      ]
      const apart = disagreementOf(ratings.map(({ rating }) => rating))
      if (apart.spread === 0) continue
      const led = row.counted ? theirs.map(({ rating }) => leadersWith(row, hypothesis, rating)) : []
      const changed = led.find((each) => each.join('\n') !== leaders.join('\n')) ?? null
      found.push({ row: row.id, hypothesis, ratings, leaders: changed, ...apart })
    }
  }
  return found.sort(
    (a, b) =>
      Number(a.leaders === null) - Number(b.leaders === null) ||
      Number(b.opposed) - Number(a.opposed) ||
      b.spread - a.spread,
  )

  function leadersWith(row: ShownMatrix['rows'][number], hypothesis: string, rating: CellRating): string[] {
    const isWeighted = weighted ?? true
    const other = { ...row, cells: { ...row.cells, [hypothesis]: rating } }
    const change = contribution(other, hypothesis, isWeighted) - contribution(row, hypothesis, isWeighted)
    return leadersOf(hypotheses, { ...scores, [hypothesis]: scores[hypothesis]! + change })
  }
}
