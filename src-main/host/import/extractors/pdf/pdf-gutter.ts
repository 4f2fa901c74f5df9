import type { Fragment } from './pdf-fragments'

const STEP = 2
/** The fewest lines of a column. With fewer, the gap may be chance. */
const FEWEST_LINES = 3
const NARROWEST = 7
/** The fewest lines beside one another in a part of a page. */
const FEWEST_BESIDE = 4
/** The share of the lines of a column that begin at its edge: others are indented. */
const TOGETHER = 0.4
/** A gap across the page, in font sizes, that parts what is above from what is below. */
const GAP = 1.6

export const crosses = ({ x, right }: Fragment, gutter: number): boolean =>
  x < gutter - STEP && right > gutter + STEP

/** Where two columns part: almost nothing crosses it, and there are lines on both sides. */
export function gutterOf(fragments: readonly Fragment[]): number | undefined {
  if (fragments.length < FEWEST_LINES * 2) return undefined
  const { size, start, end } = extentOf(fragments)
  const rows = rowsIn(fragments, size)
  let best: { at: number; score: number } | undefined
  for (const at of positionsIn(fragments)) {
    // Count in rows: a line with wide spaces is many fragments, and one of them crosses almost every position.
    const crossing = rowsIn(
      fragments.filter((fragment) => crosses(fragment, at)),
      size,
    )
    if (crossing > rows * 0.4 || !isGutter(fragments, at)) continue
    const score = -crossing - Math.abs(at - (start + end) / 2) / size / 100
    if (!best || score > best.score) best = { at, score }
  }
  return best?.at
}

/** The positions where a gutter may be: left of where several lines begin below one another. */
function positionsIn(fragments: readonly Fragment[]): number[] {
  const { size, start, end } = extentOf(fragments)
  const counts = new Map<number, number>()
  for (const { x } of fragments) {
    const edge = Math.round(x / STEP)
    counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  return [...counts]
    .filter(([edge, count]) => count + (counts.get(edge + 1) ?? 0) >= FEWEST_LINES)
    .flatMap(([edge]) => [edge * STEP - STEP, edge * STEP - size * 0.5])
    .filter((at) => at > start + size * NARROWEST && at < end - size * NARROWEST)
    .sort((one, other) => one - other)
}

/** A part of a page in which two columns stand beside one another, and what is above and below. */
export interface Band {
  readonly above: readonly Fragment[]
  readonly beside: readonly Fragment[]
  readonly below: readonly Fragment[]
}

/**
 * The highest part of a page with columns: a run of lines, none of them across the gutter, that has a gutter of its own.
 * @param fragments from top to bottom
 */
export function bandOf(fragments: readonly Fragment[]): Band | undefined {
  if (fragments.length < FEWEST_BESIDE * 2) return undefined
  const { size } = extentOf(fragments)
  const runs = positionsIn(fragments).flatMap((at) =>
    runsBeside(fragments, at).map(([from, to]) => ({ at, from, to })),
  )
  const whole = longestOf(fragments, runs, size)
  const parts = () => runs.flatMap((run) => partsOf(fragments, run, size))
  const best = whole ?? longestOf(fragments, parts(), size)
  return (
    best && {
      above: fragments.slice(0, best.from),
      beside: fragments.slice(best.from, best.to),
      below: fragments.slice(best.to),
    }
  )
}

/** Successive fragments, from one index to before another, and where they may have a gutter. */
interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The run with the most lines on both sides of a gutter. */
function longestOf(fragments: readonly Fragment[], runs: readonly Run[], size: number): Run | undefined {
  let best: { run: Run; rows: number } | undefined
  for (const run of runs) {
    const { at, from, to } = run
    if (to - from < FEWEST_BESIDE * 2 || to - from === fragments.length) continue
    const some = fragments.slice(from, to)
    const rows = Math.min(...sidesOf(some, at).map((side) => rowsIn(side, size)))
    if (rows < FEWEST_BESIDE || (best && rows <= best.rows) || !isGutter(some, at)) continue
    best = { run, rows }
  }
  return best?.run
}

/** The runs of fragments, as first and last index, between those that cross a position. */
function runsBeside(fragments: readonly Fragment[], at: number): [number, number][] {
  const runs: [number, number][] = []
  let from = 0
  fragments.forEach((fragment, index) => {
    if (!crosses(fragment, at)) return
    if (index > from) runs.push([from, index])
    from = index + 1
  })
  if (fragments.length > from) runs.push([from, fragments.length])
  return runs
}

/** Lines of a column begin below one another. The words behind a river, as in justified text, do not. */
function beginsTogether(fragments: readonly Fragment[], size: number): boolean {
  const starts = new Map<number, number>()
  for (const { x, y } of fragments) {
    const row = Math.round(y / size)
    starts.set(row, Math.min(x, starts.get(row) ?? Infinity))
  }
  const edges = [...starts.values()]
  const together = (edge: number) => edges.filter((other) => Math.abs(other - edge) <= STEP).length
  const fewest = Math.max(edges.length * TOGETHER, Math.min(edges.length, FEWEST_BESIDE))
  return edges.some((edge) => together(edge) >= fewest)
}

/** The parts of a run between gaps across the page: words above a figure, and its labels. */
function partsOf(fragments: readonly Fragment[], { at, from, to }: Run, size: number): Run[] {
  const parts: Run[] = []
  let start = from
  for (let index = from + 1; index < to; index++) {
    if (fragments[index]!.y - fragments[index - 1]!.y < size * GAP) continue
    parts.push({ at, from: start, to: index })
    start = index
  }
  return parts.length > 0 ? [...parts, { at, from: start, to }] : []
}

const sidesOf = (fragments: readonly Fragment[], at: number): [Fragment[], Fragment[]] => [
  fragments.filter(({ right }) => right <= at + STEP),
  fragments.filter(({ x }) => x >= at - STEP),
]

function isGutter(fragments: readonly Fragment[], at: number): boolean {
  const { size, start, end } = extentOf(fragments)
  const [left, right] = sidesOf(fragments, at)
  if (!isColumn(left, start, at, size) || !isColumn(right, at, end, size)) return false
  if (!beginsTogether(right, size)) return false
  const edges = left.map((each) => each.right)
  return Math.min(...right.map(({ x }) => x)) - quantile(edges, 0.9) >= size * 0.5
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

function extentOf(fragments: readonly Fragment[]): { size: number; start: number; end: number } {
  return {
    size: quantile(
      fragments.map((fragment) => fragment.size),
      0.5,
    ),
    start: Math.min(...fragments.map(({ x }) => x)),
    end: Math.max(...fragments.map(({ right }) => right)),
  }
}

const rowsIn = (fragments: readonly Fragment[], size: number): number =>
  new Set(fragments.map(({ y }) => Math.round(y / size))).size

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}
