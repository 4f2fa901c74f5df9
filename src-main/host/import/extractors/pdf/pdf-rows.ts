import type { PositionedLine } from '#domain/text/pages/positioned'
import { columnsOf } from './pdf-columns'
import { addTo, onOneLine, type Fragment } from './pdf-fragments'

/**
 * The lines of a page in reading order.
 * @param from the number of the first column
 */
export function linesOf(
  page: number,
  fragments: readonly Fragment[],
  isBold: (font: string) => boolean,
  from = 0,
): PositionedLine[] {
  return columnsOf(fragments).flatMap((column, index) =>
    rowsOf(column).map(({ text, x, right, y, size, fonts }) => {
      let [all, bold] = [0, 0]
      for (const [font, letters] of fonts) {
        all += letters
        if (isBold(font)) bold += letters
      }
      return { text, page, column: from + index, x, right, y, size, bold: bold > all * 0.9 }
    }),
  )
}

/** Joins the fragments of a column that are on one line: text with wide gaps, or cells of a table. */
function rowsOf(column: readonly Fragment[]): Fragment[] {
  const rows: Fragment[][] = []
  for (const fragment of [...column].sort((one, other) => one.y - other.y)) {
    const row = rows.findLast((each, index) => index >= rows.length - 2 && isIn(each, fragment))
    if (row) row.push(fragment)
    else rows.push([fragment])
  }
  return rows.map(joinRow).sort((one, other) => one.y - other.y)
}

/** Whether a fragment is on the row's line and does not overlap its text. */
function isIn(row: readonly Fragment[], fragment: Fragment): boolean {
  const largest = row.reduce((one, other) => (other.size > one.size ? other : one))
  const slack = fragment.size * 0.3
  return (
    onOneLine(largest, fragment) &&
    row.every(({ x, right }) => fragment.x > right - slack || fragment.right < x + slack)
  )
}

function joinRow(row: readonly Fragment[]): Fragment {
  const backwards = row.filter(({ rightToLeft }) => rightToLeft).length * 2 > row.length
  const [first, ...rest] = [...row].sort((one, other) => (backwards ? other.x - one.x : one.x - other.x))
  const joined = { ...(first as Fragment), fonts: new Map((first as Fragment).fonts) }
  for (const fragment of rest) addTo(joined, fragment)
  return joined
}
