import type { Fragment } from './pdf-fragments'

/** Fewer numbers below one another may be the cells of a table, or a list. */
const FEWEST = 5
/** More numbers in the margins than a page can have lines are something else. */
const MOST = 400
/** How far apart, in points, the edges of aligned numbers may be. */
const SAME_EDGE = 1.5

/** Separates the line numbers that drafts have in the margin: aligned, and increasing by the same step. */
export function partLineNumbers(fragments: readonly Fragment[]): {
  numbers: Fragment[]
  rest: readonly Fragment[]
} {
  const words = fragments.filter(({ text }) => !isNumber(text))
  const start = edge(words.map(({ x }) => x))
  const end = -edge(words.map(({ right }) => -right))
  const outside = fragments.filter(({ text, x, right }) => isNumber(text) && (right < start || x > end))
  if (outside.length > MOST) return { numbers: [], rest: fragments }
  const columns: Fragment[][] = []
  for (const number of outside) {
    const column = columns.find(([first]) => first && underOneAnother(first, number))
    if (column) column.push(number)
    else columns.push([number])
  }
  const numbers = new Set(columns.filter((column) => words.length >= FEWEST && counts(column)).flat())
  return { numbers: [...numbers], rest: fragments.filter((fragment) => !numbers.has(fragment)) }
}

const underOneAnother = (one: Fragment, other: Fragment): boolean =>
  Math.abs(one.right - other.right) < SAME_EDGE || Math.abs(one.x - other.x) < SAME_EDGE

const isNumber = (text: string): boolean => /^\d{1,4}$/u.test(text)

/** Where most of the text begins. A few fragments further out are titles and notes. */
function edge(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length * 0.05)] ?? 0
}

function counts(column: readonly Fragment[]): boolean {
  if (column.length < FEWEST) return false
  const values = [...column].sort((one, other) => one.y - other.y).map(({ text }) => Number(text))
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  return step > 0 && values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step)
}
