import { groupBy } from '../../collections/group-by'
import { readLayout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { firstWord } from '../sentences/sentences'
import { columnKey, type PositionedLine } from './positioned'
import { ARRANGEMENT } from './thresholds'

/** A line of the body, with the place it was arranged from. */
export interface PlacedLine {
  readonly line: Line
  readonly place: PositionedLine
}

/**
 * Marks the first line of a page that continues the paragraph of the page before. In a document that indents its
 * paragraphs, that is a line without an indent, unless the last line of the page before had room for its first word.
 */
export function markContinuations(body: readonly PlacedLine[]): void {
  if (!readLayout(body.map(({ line }) => line)).indented) return
  const columns = groupBy(
    body.map(({ place }) => place),
    columnKey,
  )
  body.forEach(({ line, place }, index) => {
    const before = body[index - 1]?.place
    if (!before || place.page !== before.page + 1 || line.indent > 0) return
    const edge = (columns.get(columnKey(before)) ?? []).reduce((most, { right }) => Math.max(most, right), 0)
    const wordWidth = firstWord(place.text).length * place.size * ARRANGEMENT.letterWidth
    if (before.right + wordWidth >= edge) line.continues = true
  })
}
