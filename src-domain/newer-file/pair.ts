/** What two records must have in common to be paired; undefined if a record has nothing to be told by. */
export type Sign<Row> = (row: Row) => string | undefined

/**
 * Pairs the records of two states. The first sign pairs all that it can, then the next those that are left. Records with
 * the same sign are paired in their order.
 * @param signs for each pass, the sign of a record of the earlier state and that of one of the later
 * @returns the later record by the id of the earlier
 */
export function pair<Row extends { readonly id: string }>(
  earlier: Iterable<Row>,
  later: Iterable<Row>,
  signs: readonly (readonly [Sign<Row>, Sign<Row>])[],
): Map<string, Row> {
  const pairs = new Map<string, Row>()
  let [before, after] = [[...earlier], [...later]]
  for (const [signBefore, signAfter] of signs) {
    const waiting = new Map<string, Row[]>()
    for (const row of after) {
      const sign = signAfter(row)
      if (sign === undefined) continue
      const known = waiting.get(sign)
      if (known) known.push(row)
      else waiting.set(sign, [row])
    }
    for (const list of waiting.values()) list.reverse()
    before = before.filter((row) => {
      const sign = signBefore(row)
      const found = sign === undefined ? undefined : waiting.get(sign)?.pop()
      if (found) pairs.set(row.id, found)
      return !found
    })
    const taken = new Set([...pairs.values()].map(({ id }) => id))
    after = after.filter(({ id }) => !taken.has(id))
  }
  return pairs
}
