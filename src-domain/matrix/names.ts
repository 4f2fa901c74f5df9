import type { Matrix } from '../records/matrix'
import type { MatrixRow } from '../records/matrix-row'

/** Short names of the rows and columns of a matrix, by their order by hand: H1, H2 and E1, E2. */
export interface MatrixNames {
  /** By the claim of the hypothesis. */
  readonly hypothesis: ReadonlyMap<string, string>
  /** By row. The two readings of one claim have the same name. */
  readonly row: ReadonlyMap<string, string>
}

export function matrixNames(
  { hypotheses }: Pick<Matrix, 'hypotheses'>,
  rows: readonly MatrixRow[],
): MatrixNames {
  const claims = new Map<string, string>()
  for (const { claim } of rows) if (!claims.has(claim)) claims.set(claim, `E${claims.size + 1}`)
  return {
    hypothesis: new Map(hypotheses.map((each, i) => [each, `H${i + 1}`])),
    row: new Map(rows.map(({ id, claim }) => [id, claims.get(claim)!])),
  }
}
