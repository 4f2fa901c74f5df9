import type { Fragment } from './pdf-fragments'

/** Fragments that are read from top to bottom, with nothing beside them. */
export type Column = readonly Fragment[]

const STEP = 2
/** The fewest lines of a column. With fewer, the gap may be chance. */
const FEWEST_LINES = 3
const NARROWEST = 7

/**
 * Splits a page into its columns, in reading order. A fragment across several columns separates those above from
 * those below.
 */
export function columnsOf(fragments: readonly Fragment[]): Column[] {
  const gutter = gutterOf(fragments)
  if (gutter === undefined) return fragments.length > 0 ? [fragments] : []
  const columns: Column[] = []
  let side: Fragment[] = []
  let across: Fragment[] = []
  const endSides = () => {
    const left = side.filter(({ right }) => right <= gutter + STEP)
    const right = side.filter((fragment) => !left.includes(fragment))
    columns.push(...columnsOf(left), ...columnsOf(right))
    side = []
  }
  const endAcross = () => {
    if (across.length > 0) columns.push(across)
    across = []
  }
  for (const fragment of [...fragments].sort((one, other) => one.y - other.y)) {
    if (crosses(fragment, gutter)) {
      if (side.length > 0) endSides()
      across.push(fragment)
    } else {
      endAcross()
      side.push(fragment)
    }
  }
  endAcross()
  endSides()
  return columns
}

const crosses = ({ x, right }: Fragment, gutter: number): boolean =>
  x < gutter - STEP && right > gutter + STEP

/** Where two columns part: almost nothing crosses it, and there are lines on both sides. */
function gutterOf(fragments: readonly Fragment[]): number | undefined {
  if (fragments.length < FEWEST_LINES * 2) return undefined
  const size = medianOf(fragments.map((fragment) => fragment.size))
  const start = Math.min(...fragments.map(({ x }) => x))
  const end = Math.max(...fragments.map(({ right }) => right))
  const rows = rowsIn(fragments, size)
  let best: { at: number; score: number } | undefined
  for (let at = start + size * NARROWEST; at < end - size * NARROWEST; at += STEP) {
    // Count in rows: a line with wide spaces is many fragments, and one of them crosses almost every position.
    const crossing = rowsIn(
      fragments.filter((fragment) => crosses(fragment, at)),
      size,
    )
    if (crossing > rows * 0.4) continue
    const left = fragments.filter(({ right }) => right <= at + STEP)
    const right = fragments.filter(({ x }) => x >= at - STEP)
    if (!isColumn(left, start, at, size) || !isColumn(right, at, end, size)) continue
    const gap =
      Math.min(...right.map(({ x }) => x)) -
      quantile(
        left.map((each) => each.right),
        0.9,
      )
    if (gap < size * 0.5) continue
    const score = -crossing - Math.abs(at - (start + end) / 2) / size / 100
    if (!best || score > best.score) best = { at, score }
  }
  return best?.at
}

/** Cells of a table also stand below one another, but they do not fill the width. */
function isColumn(fragments: readonly Fragment[], start: number, end: number, size: number): boolean {
  const rows = rowsIn(fragments, size)
  if (rows < FEWEST_LINES) return false
  const width = Math.max(...fragments.map(({ right }) => right)) - Math.min(...fragments.map(({ x }) => x))
  if (width < size * NARROWEST || width < (end - start) * 0.4) return false
  const filled = fragments.reduce((sum, { x, right }) => sum + right - x, 0)
  return filled / rows > width * 0.5
}

const rowsIn = (fragments: readonly Fragment[], size: number): number =>
  new Set(fragments.map(({ y }) => Math.round(y / size))).size

const medianOf = (values: readonly number[]): number => quantile(values, 0.5)

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}
