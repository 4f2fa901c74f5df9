import { rowsAcross } from './pdf-across'
import { addTo, type Fragment } from './pdf-fragments'

/** The fewest rows with two entries beside one another. */
const FEWEST_ROWS = 4
/** How far apart, in points, the edges of page numbers below one another may be. */
const SAME_EDGE = 2

const PAGE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})$/u

/**
 * Joins the entries of a table of contents in two columns with their page numbers: words, number, words, number in each
 * row, the numbers below one another. Without that, an entry does not fill its column.
 */
export function withEntries(fragments: readonly Fragment[]): readonly Fragment[] {
  const rows = rowsAcross(fragments)
  const double = rows.filter(
    (row) => row.length === 4 && row.every((cell, at) => isNumber(cell) === (at % 2 === 1)),
  )
  if (double.length < FEWEST_ROWS) return fragments
  const edges = [1, 3].map((at) => commonest(double.map((row) => row[at]!.right)))
  const isPageNumber = (cell: Fragment) =>
    isNumber(cell) && edges.some((edge) => Math.abs(edge - cell.right) <= SAME_EDGE)
  if (double.filter((row) => isPageNumber(row[1]!) && isPageNumber(row[3]!)).length < FEWEST_ROWS)
    return fragments
  return rows.flatMap((row) => {
    const joined: Fragment[] = []
    for (const cell of row) {
      const before = joined.at(-1)
      if (before && isPageNumber(cell) && !isNumber(before)) addTo(before, cell)
      else joined.push({ ...cell, fonts: new Map(cell.fonts) })
    }
    return joined
  })
}

const isNumber = ({ text }: Fragment): boolean => PAGE_NUMBER.test(text)

/** The value near which most of the others are. */
function commonest(values: readonly number[]): number {
  const near = (value: number) => values.filter((other) => Math.abs(other - value) <= SAME_EDGE).length
  return values.reduce((best, value) => (near(value) > near(best) ? value : best), values[0] ?? 0)
}
