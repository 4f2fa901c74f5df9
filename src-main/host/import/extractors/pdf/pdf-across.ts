import type { Fragment } from './pdf-fragments'

/** The fragments that are at one height, from left to right, whatever columns they are in. */
export function rowsAcross(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = []
  for (const fragment of [...fragments].sort((one, other) => one.y - other.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (first && fragment.y - first.y < Math.min(first.size, fragment.size) * 0.3) row.push(fragment)
    else rows.push([fragment])
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x))
}
