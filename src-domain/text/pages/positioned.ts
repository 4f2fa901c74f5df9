import type { Line } from '../lines/lines'

/** A line as it stands on a page. Lengths are in points; y is counted down from the top of the page. */
export interface PositionedLine {
  readonly text: string
  /** Counted from 1. */
  readonly page: number
  /** Lines of one column of one page share a number that no other column of that page has. */
  readonly column: number
  /** Where its words begin and end, and the line that its letters stand on. */
  readonly x: number
  readonly right: number
  readonly y: number
  /** Of most of its letters. */
  readonly size: number
  /** Nearly all of its letters are bold. */
  readonly bold: boolean
}

/** How the lines of a document are mostly set. */
export interface Setting {
  /** Size of most letters. */
  readonly size: number
  /** From one line to the next, in sizes. */
  readonly leading: number
  readonly bold: boolean
}

const MOST_EMPTY_LINES = 3

/** Measures what is usual in a document. */
export function settingOf(lines: readonly PositionedLine[]): Setting {
  const size = commonest(lines.map((line) => [half(line.size), line.text.length]))
  const body = lines.filter((line) => half(line.size) === size)
  const letters = (some: readonly PositionedLine[]) => some.reduce((sum, line) => sum + line.text.length, 0)
  const leads = body.flatMap((line, index) => {
    const next = body[index + 1]
    const lead = next && sameColumn(line, next) ? (next.y - line.y) / size : 0
    return lead > 0.8 && lead < 3 ? [[Math.round(lead * 20) / 20, 1] as const] : []
  })
  const bold = letters(body.filter((line) => line.bold)) * 2 > letters(body)
  return { size, leading: commonest(leads) || 1.2, bold }
}

/** Puts lines in their order as plain text has them: indents in characters, gaps in empty lines. */
export function arrange(lines: readonly PositionedLine[], setting: Setting): Line[] {
  const lefts = leftEdges(lines)
  return lines.map((line, index) => {
    const previous = lines[index - 1]
    const left = lefts.get(columnKey(line)) ?? line.x
    return {
      text: line.text,
      indent: Math.max(0, Math.round((line.x - left) / (line.size / 2))),
      blanks: previous ? emptyLines(previous, line, setting) : 0,
      page: previous !== undefined && previous.page !== line.page,
      reply: false,
      sheet: line.page,
      plain: half(line.size) === setting.size && line.bold === setting.bold && line.x - left < line.size * 3,
    }
  })
}

/** A line in another size is another thing, even right below. */
function emptyLines(previous: PositionedLine, line: PositionedLine, { leading }: Setting): number {
  if (!sameColumn(previous, line)) return 0
  const larger = Math.max(previous.size, line.size)
  if (larger > Math.min(previous.size, line.size) * 1.12) return 1
  const lead = (line.y - previous.y) / larger
  if (lead < 0) return 1
  if (lead < leading * 1.25) return 0
  return Math.min(MOST_EMPTY_LINES, Math.max(1, Math.round(lead / leading) - 1))
}

/** The left edge of each column: where its lines begin, the odd one further out aside. */
function leftEdges(lines: readonly PositionedLine[]): Map<string, number> {
  const edges = new Map<string, number>()
  for (const [key, column] of grouped(lines, columnKey)) {
    const starts = column.map(({ x }) => x).sort((a, b) => a - b)
    edges.set(key, starts[Math.floor(starts.length / 10)] ?? 0)
  }
  return edges
}

export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export const sameColumn = (one: PositionedLine, other: PositionedLine): boolean =>
  one.page === other.page && one.column === other.column

export const columnKey = ({ page, column }: PositionedLine): string => `${page} ${column}`

/** Sizes that differ by less than this are one size, a little squeezed. */
export const half = (size: number): number => Math.round(size * 2) / 2

function commonest(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighed) weights.set(value, (weights.get(value) ?? 0) + weight)
  let best = 0
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value
  return best
}
