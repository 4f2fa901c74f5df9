import { contribution, countedRows, isGone, ranksOf, type ScoredRow } from './scores'

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
  const live = countedRows(rows).map((row) => ({
    id: row.id,
    against: hypotheses.map((each) => contribution(row, each, weighted)),
  }))
  const scores = hypotheses.map((_, i) => live.reduce((sum, { against }) => sum + against[i]!, 0))
  const ranks = ranksOf(scores)
  return live.flatMap(({ id, against }) => {
    // A row that counts alike against all hypotheses changes nothing.
    if (against.every((each) => each === against[0])) return []
    const without = ranksOf(scores.map((score, i) => score - against[i]!))
    if (without.every((rank, i) => rank === ranks[i])) return []
    const areSame = without.every((rank, i) => (rank === 0) === (ranks[i] === 0))
    const leaders = areSame ? null : hypotheses.filter((_, i) => without[i] === 0)
    return { row: id, leaders, order: true }
  })
}

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
