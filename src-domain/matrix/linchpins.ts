import { contributions, countedRows, isGone, ranksOf, type ScoredRow } from './scores'

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
  const live = countedRows(rows)
  const scores = hypotheses.map(() => 0)
  for (const row of live) {
    const against = contributions(row, hypotheses, weighted)
    for (let i = 0; i < scores.length; i++) scores[i]! += against[i]!
  }
  const ranks = ranksOf(scores)
  const order = [...ranks.keys()].sort((a, b) => ranks[a]! - ranks[b]!)
  const found: LinchpinRow[] = []
  for (const row of live) {
    const against = contributions(row, hypotheses, weighted)
    if (keepsOrder(order, ranks, scores, against)) continue
    const without = ranksOf(scores.map((score, i) => score - against[i]!))
    if (without.every((rank, i) => rank === ranks[i])) continue
    const areSame = without.every((rank, i) => (rank === 0) === (ranks[i] === 0))
    const leaders = areSame ? null : hypotheses.filter((_, i) => without[i] === 0)
    found.push({ row: row.id, leaders, order: true })
  }
  return found
}

/**
 * Whether the order is plainly the same without a row: each hypothesis stays equal to its neighbour in the order, or clearly
 * above it. Most rows need no sorting for that. False where rounding might decide.
 */
function keepsOrder(
  order: readonly number[],
  ranks: readonly number[],
  scores: readonly number[],
  against: readonly number[],
): boolean {
  for (let i = 1; i < order.length; i++) {
    const [one, next] = [order[i - 1]!, order[i]!]
    if (ranks[one] === ranks[next] ? against[one] !== against[next] : !isAbove(one, next)) return false
  }
  return true

  function isAbove(one: number, next: number): boolean {
    return scores[next]! - against[next]! - (scores[one]! - against[one]!) > CLEAR
  }
}

/** A difference of scores that no rounding makes. */
const CLEAR = 1e-6

/**
 * The fewest rows that would have to be wrong before a rival reaches a leader, or passes it; null if that cannot be.
 * Taking the largest differences first is exact, because each row counts by itself.
 */
export function rowsToOvertake(
  hypotheses: readonly string[],
  { leader, rival }: { readonly leader: string; readonly rival: string },
  rows: readonly ScoredRow[],
  { weighted, pass }: { readonly weighted: boolean; readonly pass: boolean },
): string[] | null {
  const [first, second] = [hypotheses.indexOf(leader), hypotheses.indexOf(rival)]
  const pulls: { readonly id: string; readonly pull: number }[] = []
  let gap = 0
  for (const row of countedRows(rows)) {
    const against = contributions(row, hypotheses, weighted)
    const pull = against[second]! - against[first]!
    gap += pull
    if (!isGone(pull)) pulls.push({ id: row.id, pull })
  }
  const isThere = () => (pass ? !isGone(-gap) : isGone(gap))
  const taken: string[] = []
  for (const { id, pull } of pulls.sort((a, b) => b.pull - a.pull || (a.id < b.id ? -1 : 1))) {
    if (isThere()) break
    gap -= pull
    taken.push(id)
  }
  return isThere() ? taken : null
}
