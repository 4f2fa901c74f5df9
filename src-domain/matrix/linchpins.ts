import { contribution, countedRows, isGone, leadersOf, orderOf, scoreMatrix, type ScoredRow } from './scores'

/** A row whose leaving out changes the leaders or the order. */
export interface LinchpinRow {
  readonly row: string
  /** The leaders without it; null if they are the same. */
  readonly leaders: readonly string[] | null
  /** Whether the order is another without it. */
  readonly order: boolean
}

/** The rows whose leaving out changes the leaders or the order. Each is subtracted from the scores, not summed anew. */
export function linchpinRows(
  hypotheses: readonly string[],
  rows: readonly ScoredRow[],
  weighted: boolean,
): LinchpinRow[] {
  const { scores, leaders, order } = scoreMatrix(hypotheses, rows, weighted)
  const shownOrder = inText(order)
  return countedRows(rows).flatMap((row) => {
    const without = Object.fromEntries(
      hypotheses.map((each) => [each, scores[each]! - contribution(row, each, weighted)]),
    )
    const led = leadersOf(hypotheses, without)
    const others = led.join('\n') === leaders.join('\n') ? null : led
    const isOther = inText(orderOf(hypotheses, without)) !== shownOrder
    return others || isOther ? [{ row: row.id, leaders: others, order: isOther }] : []
  })
}

const inText = (order: readonly (readonly string[])[]): string =>
  order.map((group) => group.join('\n')).join('\n\n')

/**
 * The fewest rows that would have to be wrong before a rival reaches a leader, or passes it; null if that cannot be.
 * Taking the largest differences first is exact, because each row counts by itself.
 */
export function rowsToOvertake(
  hypotheses: { readonly leader: string; readonly rival: string },
  rows: readonly ScoredRow[],
  { weighted, pass }: { readonly weighted: boolean; readonly pass: boolean },
): string[] | null {
  const { leader, rival } = hypotheses
  const pulls = countedRows(rows).map((row) => ({
    id: row.id,
    pull: contribution(row, rival, weighted) - contribution(row, leader, weighted),
  }))
  let gap = pulls.reduce((sum, { pull }) => sum + pull, 0)
  const isThere = () => (pass ? !isGone(-gap) : isGone(gap))
  const taken: string[] = []
  const largest = pulls
    .filter(({ pull }) => !isGone(pull))
    .sort((a, b) => b.pull - a.pull || (a.id < b.id ? -1 : 1))
  for (const { id, pull } of largest) {
    if (isThere()) break
    gap -= pull
    taken.push(id)
  }
  return isThere() ? taken : null
}
