import type { Matrix } from '../records/matrix'
import type { MatrixRow } from '../records/matrix-row'
import { diagnosticityOf, type Diagnosticity } from './diagnosticity'
import { linchpinRows, rowsToOvertake, type LinchpinRow } from './linchpins'
import type { ShownMatrix, ShownRow } from './matrix-of'
import { contribution, leadersOf, type Scores } from './scores'

/** Who leads if a row counts otherwise. */
export interface OtherLeaders {
  readonly row: string
  readonly leaders: readonly string[]
  /** Whether others lead than do now. */
  readonly isOther: boolean
}

/** How many rows would have to be wrong before a rival reaches the first leader; no rows if it cannot. */
export interface Overtaking {
  readonly rival: string
  readonly rows: readonly string[] | null
}

/** What the answer of a matrix hangs on. */
export interface Findings {
  readonly linchpins: readonly LinchpinRow[]
  /** By the row of the deception: who leads if the evidence is deceptive. */
  readonly deceptions: readonly OtherLeaders[]
  /** By the row of what was not seen yet: who leads if it is seen. */
  readonly indicators: readonly OtherLeaders[]
  readonly overtakings: readonly Overtaking[]
  /** By row. */
  readonly diagnosticity: ReadonlyMap<string, Diagnosticity>
}

/** Works out what the answer of a matrix hangs on. Rows are added to the scores and taken from them, not summed anew. */
export function findingsOf(
  { hypotheses, weighted }: Pick<Matrix, 'hypotheses' | 'weighted'>,
  records: readonly MatrixRow[],
  { rows, scores, leaders }: ShownMatrix,
): Findings {
  const isWeighted = weighted ?? true
  const recordOf = new Map(records.map((row) => [row.id, row]))
  const faces = new Map(
    rows.flatMap((row) => (recordOf.get(row.id)?.reading === 'deception' ? [] : [[row.claim, row] as const])),
  )
  const now = leaders.join('\n')
  const led = (row: ShownRow, by: (score: number, hypothesis: string) => number): OtherLeaders => {
    const others = leadersOf(hypotheses, changedScores(hypotheses, scores, by))
    return { row: row.id, leaders: others, isOther: others.join('\n') !== now }
  }
  const adds = (row: ShownRow, hypothesis: string) => contribution(row, hypothesis, isWeighted)
  const deceptions = rows.flatMap((row) => {
    const face = faces.get(row.claim)
    if (recordOf.get(row.id)?.reading !== 'deception' || !face?.counted) return []
    return led(row, (score, each) => score - adds(face, each) + adds(row, each))
  })
  const indicators = rows.flatMap((row) =>
    recordOf.get(row.id)?.seen === 'awaited' ? led(row, (score, each) => score + adds(row, each)) : [],
  )
  const [leader] = leaders
  return {
    linchpins: linchpinRows(hypotheses, rows, isWeighted),
    deceptions,
    indicators,
    overtakings: hypotheses.flatMap((rival) =>
      leader === undefined || leaders.includes(rival)
        ? []
        : {
            rival,
            rows: rowsToOvertake(hypotheses, { leader, rival }, rows, { weighted: isWeighted, pass: false }),
          },
    ),
    diagnosticity: new Map(rows.map((row) => [row.id, diagnosticityOf(hypotheses, row)])),
  }
}

const changedScores = (
  hypotheses: readonly string[],
  scores: Scores,
  by: (score: number, hypothesis: string) => number,
): Scores => Object.fromEntries(hypotheses.map((each) => [each, by(scores[each] ?? 0, each)]))
