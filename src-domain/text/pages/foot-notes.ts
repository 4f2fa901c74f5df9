import type { TypographicHint } from '../lines/lines'
import { sameColumn, type PositionedLine, type Setting } from './positioned'

const MARKED = /^(?:\[?\d{1,3}\]?[.)]?|[*†‡§¶]{1,3})\s?["“‘'(]?[\p{L}\p{N}].{5}/u

/** Finds the notes at the foot of columns: smaller letters than the body's, from a number or mark down to the end. */
export function findFootNotes(
  lines: readonly PositionedLine[],
  setting: Setting,
): Map<PositionedLine, TypographicHint> {
  const found = new Map<PositionedLine, TypographicHint>()
  let end = lines.length
  while (end > 0) {
    const last = lines[end - 1] as PositionedLine
    let start = end
    while (start > 0 && sameColumn(lines[start - 1] as PositionedLine, last)) start -= 1
    const above = (line: PositionedLine) =>
      line.page === last.page && line.y < last.y && isBody(line, setting)
    if (lines.some(above)) markNotes(lines.slice(start, end), setting, found)
    end = start
  }
  return found
}

const isBody = (line: PositionedLine, setting: Setting): boolean => line.size > setting.size * 0.93

function markNotes(
  column: readonly PositionedLine[],
  setting: Setting,
  found: Map<PositionedLine, TypographicHint>,
): void {
  const larger = column.findLastIndex((line) => isBody(line, setting))
  let note: TypographicHint | undefined
  for (const line of column.slice(larger + 1)) {
    if (MARKED.test(line.text)) note = { role: 'note' }
    if (note) found.set(line, note)
  }
}
