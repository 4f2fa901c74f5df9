import { endsCut, endsSentence, firstWord, startsMidSentence } from '../sentences/sentences'
import { listMarker } from '../structure/lists'
import type { Line } from './lines'
import { LAYOUT } from './thresholds'

/** How a text is broken into lines. */
export interface Layout {
  /** Paragraphs run over several lines; otherwise each line is a paragraph. */
  wrapped: boolean
  /** Usual length of a full line, in UTF-16 units; 0 when the text is not wrapped. */
  measure: number
  /** An indent of the first line marks a paragraph. */
  indented: boolean
  /** The column that every line was filled to, so that a line with room for a word ends its paragraph; 0 for none. */
  column: number
}

/** A line and the one right below it. */
type Pair = readonly [line: Line, next: Line]

/** The sentence of `line` clearly continues in `next`: a word is cut, or the next line begins with a small letter. */
export function runsOn(line: Line, next: Line): boolean {
  if (line.text.length > LAYOUT.widestMeasure) return false
  if (endsCut(line.text)) return true
  return startsMidSentence(next.text) && !endsSentence(line.text) && !listMarker(next.text)
}

/** Measures how the lines of a document are broken. */
export function readLayout(lines: readonly Line[]): Layout {
  const pairs = neighbours(lines)
  const indented = marksParagraphsByIndent(pairs)
  const measured = pairs.filter(([line]) => line.text.length >= LAYOUT.shortestMeasured)
  const full = measured.filter(([line, next]) => runsOn(line, next))
  const wrapped = full.length > 0 && full.length >= measured.length * LAYOUT.wrappedShare
  if (!wrapped) return { wrapped, measure: 0, indented, column: 0 }
  return { wrapped, measure: measureOf(full), indented, column: columnOf(full) }
}

/** The lines that have another right below, with no empty line or page break between. */
function neighbours(lines: readonly Line[]): Pair[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && next.blanks === 0 && !next.page ? [[line, next] as const] : []
  })
}

/** A list of references indents lines too, but those in the middle of an entry, which seldom follow a full stop. */
function marksParagraphsByIndent(pairs: readonly Pair[]): boolean {
  const indents = pairs.filter(([line, next]) => next.indent > line.indent)
  const openings = indents.filter(([line]) => endsSentence(line.text))
  return openings.length > 0 && openings.length >= indents.length * LAYOUT.indentedShare
}

function measureOf(full: readonly Pair[]): number {
  const lengths = full.map(([line]) => line.text.length).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * LAYOUT.measureQuantile)] ?? 0
}

/** The column that lines were filled to; 0 when they are too ragged for one, as in text out of a PDF. */
function columnOf(full: readonly Pair[]): number {
  const column = full.reduce((widest, [line]) => Math.max(widest, line.indent + line.text.length), 0)
  const roomy = full.filter(([line, next]) => leavesRoom(line, next, column) && !endsCut(line.text)).length
  const isFilled = full.length >= LAYOUT.fewestForColumn && roomy <= full.length * LAYOUT.roomyShare
  return isFilled ? column : 0
}

/** The first word of the next line would have fitted after the line, within the column. */
export function leavesRoom(line: Line, next: Line, column: number): boolean {
  return line.indent + line.text.length + 1 + firstWord(next.text).length <= column
}

/** Length of the longest line; 0 for none. */
export function widestOf(lines: readonly Line[]): number {
  return lines.reduce((widest, line) => Math.max(widest, line.text.length), 0)
}

/** The first word of the next line would have fitted after the line, with room to spare. */
export function stopsEarly(line: Line, next: Line, measure: number): boolean {
  return line.text.length + 1 + firstWord(next.text).length < measure * LAYOUT.earlyShare
}
