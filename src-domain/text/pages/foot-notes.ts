import type { TypographicHint } from '../lines/lines'
import { sameColumn, type PositionedLine } from './positioned'
import type { Setting } from './setting'
import { FOOT_NOTES } from './thresholds'

/** Begins with a number or a mark, as a footnote does. */
const MARKED = /^(?:\[?\d{1,3}\]?[.)]?|[*†‡§¶]{1,3})\s?["“‘'(]?[\p{L}\p{N}].{5}/u

/**
 * Finds footnotes: the lines at the end of a column that are smaller than the body, from the first one with a number or
 * mark. A column counts only if body text is above its last line on the same page.
 */
export function findFootNotes(
  lines: readonly PositionedLine[],
  setting: Setting,
): Map<PositionedLine, TypographicHint> {
  const notes = new Map<PositionedLine, TypographicHint>()
  let end = lines.length
  while (end > 0) {
    const last = lines[end - 1] as PositionedLine
    let start = end
    while (start > 0 && sameColumn(lines[start - 1] as PositionedLine, last)) start -= 1
    const isBodyAbove = (line: PositionedLine) =>
      line.page === last.page && line.y < last.y && isBody(line, setting)
    if (lines.some(isBodyAbove)) markNotes(lines.slice(start, end), setting, notes)
    end = start
  }
  return notes
}

const isBody = (line: PositionedLine, setting: Setting): boolean =>
  line.size > setting.size * FOOT_NOTES.bodySize

function markNotes(
  column: readonly PositionedLine[],
  setting: Setting,
  notes: Map<PositionedLine, TypographicHint>,
): void {
  const lastBody = column.findLastIndex((line) => isBody(line, setting))
  // The lines of one note share one hint, and by that one passage.
  let note: TypographicHint | undefined
  for (const line of column.slice(lastBody + 1)) {
    if (MARKED.test(line.text)) note = { role: 'note' }
    if (note) notes.set(line, note)
  }
}
