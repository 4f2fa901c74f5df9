import { groupBy } from '../../collections/group-by'
import type { Line } from '../lines/lines'
import { columnKey, roundedSize, sameColumn, type PositionedLine } from './positioned'
import type { Setting } from './setting'
import { ARRANGEMENT } from './thresholds'

/** Turns positions into what plain text has: indents in characters and gaps in empty lines. Keeps the order. */
export function arrange(lines: readonly PositionedLine[], setting: Setting): Line[] {
  const lefts = leftEdges(lines)
  return lines.map((line, index) => {
    const previous = lines[index - 1]
    const inset = line.x - (lefts.get(columnKey(line)) ?? line.x)
    return {
      text: line.text,
      indent: Math.max(0, Math.round(inset / (line.size * ARRANGEMENT.characterWidth))),
      blanks: previous ? emptyLines(previous, line, setting) : 0,
      page: previous !== undefined && previous.page !== line.page,
      reply: false,
      sheet: line.page,
      plain: isSetLikeBody(line, setting) && inset < line.size * ARRANGEMENT.deepestIndent,
    }
  })
}

const isSetLikeBody = ({ size, bold }: PositionedLine, setting: Setting): boolean =>
  roundedSize(size) === setting.size && bold === setting.bold

/** The number of empty lines that a gap is equal to. A change of size counts as one, even without a gap. */
function emptyLines(previous: PositionedLine, line: PositionedLine, { leading }: Setting): number {
  if (!sameColumn(previous, line)) return 0
  const larger = Math.max(previous.size, line.size)
  if (larger > Math.min(previous.size, line.size) * ARRANGEMENT.otherSize) return 1
  const gap = (line.y - previous.y) / larger
  if (gap < 0) return 1
  if (gap < leading * ARRANGEMENT.paragraphGap) return 0
  return Math.min(ARRANGEMENT.mostEmptyLines, Math.max(1, Math.round(gap / leading) - 1))
}

/** The left edge of each column, without the few lines that begin left of it. */
function leftEdges(lines: readonly PositionedLine[]): Map<string, number> {
  const edges = new Map<string, number>()
  for (const [key, column] of groupBy(lines, columnKey)) {
    const starts = column.map(({ x }) => x).sort((a, b) => a - b)
    edges.set(key, starts[Math.floor(starts.length * ARRANGEMENT.outdentedShare)] ?? 0)
  }
  return edges
}
