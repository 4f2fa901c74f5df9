import { rowsAcross } from './pdf-across'
import type { Fragment } from './pdf-fragments'

/** The fewest rows of a table. With fewer, they may be the last lines of paragraphs. */
const FEWEST_ROWS = 3
/** The most of a full line that the cells of a row take on a side of the gutter. */
const FILLED = 0.55

/** A part of a page that is read row by row, or column by column. */
export interface Part {
  readonly isTable: boolean
  readonly fragments: readonly Fragment[]
}

/**
 * Parts tables from text in columns: rows whose cells stand on both sides of the gutter at the same height and leave
 * most of the width free.
 * @param fragments from top to bottom
 */
export function partTables(fragments: readonly Fragment[], gutter: number): Part[] {
  const rows = rowsAcross(fragments)
  const widths = [fragments.filter(({ x }) => x < gutter), fragments.filter(({ x }) => x >= gutter)].map(
    lineWidth,
  )
  const sparse = rows.map((row) => sparseness(row, gutter, widths))
  const parts: { isTable: boolean; fragments: Fragment[] }[] = []
  const add = (isTable: boolean, some: readonly Row[]) => {
    if (some.length === 0) return
    const last = parts.at(-1)
    if (last && last.isTable === isTable) last.fragments.push(...some.flat())
    else parts.push({ isTable, fragments: some.flat() })
  }
  for (let from = 0; from < rows.length;) {
    let to = from
    while (to < rows.length && sparse[to] !== 'full') to++
    const run = rows.slice(from, to)
    const both = sparse.slice(from, to).filter((kind) => kind === 'both').length
    const isTable = both >= FEWEST_ROWS && both * 2 >= run.length && hasCells(run)
    add(isTable, run)
    add(false, rows.slice(to, to + 1))
    from = to + 1
  }
  return parts
}

type Row = Fragment[]

/** `both`: short cells on both sides of the gutter; `one`: a short line on one side; else `full`. */
function sparseness(row: Row, gutter: number, widths: readonly number[]): 'both' | 'one' | 'full' {
  const halves = [row.filter(({ x }) => x < gutter), row.filter(({ x }) => x >= gutter)]
  const isFull = halves.some((half, at) => filledBy(half) > (widths[at] ?? 0) * FILLED)
  if (isFull) return 'full'
  return halves.every((half) => half.length > 0) ? 'both' : 'one'
}

/** Most cells behind the first of each row are figures, or the rows have many short cells. */
function hasCells(rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => row.slice(1))
  const figures = cells.filter(({ text }) => /\d|^[✓✗×–—-]$/u.test(text) && text.length <= 20).length
  return figures * 2 > cells.length || cells.length >= rows.length * 2
}

const filledBy = (fragments: readonly Fragment[]): number =>
  fragments.reduce((sum, { x, right }) => sum + right - x, 0)

/** The width of most full lines: cells are shorter, and a heading may reach over several columns. */
function lineWidth(fragments: readonly Fragment[]): number {
  const widths = fragments.map(({ x, right }) => right - x).sort((a, b) => a - b)
  return widths[Math.floor((widths.length - 1) * 0.8)] ?? 0
}
