import type { Project } from '../document/project'
import type { MatrixRow } from '../records/matrix-row'

/** The rows of a matrix in their order. */
export const rowsInOrder = ({ rows }: Pick<Project, 'rows'>, matrix: string): MatrixRow[] =>
  [...rows.values()]
    .filter((row) => row.matrix === matrix)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/**
 * Positions that sort rows into an order, by their ids. As few rows as possible get another one: they exchange the
 * positions that they have, unless two of those are equal.
 * @param order all rows of a matrix in the wanted order
 */
export function positionsFor(order: readonly MatrixRow[]): ReadonlyMap<string, number> {
  const sorted = order.map(({ position }) => position).sort((a, b) => a - b)
  const areDistinct = sorted.every((position, i) => i === 0 || position > sorted[i - 1]!)
  return new Map(order.map(({ id }, i) => [id, areDistinct ? sorted[i]! : i + 1]))
}

/** Room for a new row below others: its position, and the positions of the rows that make way. */
export function insertedAt(
  order: readonly MatrixRow[],
  index: number,
): { readonly position: number; readonly others: ReadonlyMap<string, number> } {
  const above = order[index - 1]
  const position = above ? above.position + 1 : 1
  const others = new Map<string, number>()
  let last = position
  for (const row of order.slice(index)) {
    if (row.position > last) break
    others.set(row.id, ++last)
  }
  if (above && last <= Number.MAX_SAFE_INTEGER) return { position, others }
  const places = order.map(({ id }, i) => [id, i < index ? i + 1 : i + 2] as const)
  return { position: index + 1, others: new Map(places) }
}
