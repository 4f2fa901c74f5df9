import type { Line } from './lines'
import { listMarker } from '../structure/lists'
import { endsCut, endsSentence, firstWord, startsMidSentence } from '../sentences/sentences'

/** How the text was set. */
export interface Layout {
  /** Paragraphs run over several lines; otherwise each line is a paragraph. */
  wrapped: boolean
  /** Usual length of a full line, in characters; 0 when nothing is wrapped. */
  measure: number
  /** Paragraphs are told apart by the indent of their first line. */
  indented: boolean
  /** Every line was filled to this column, so that one that leaves room for a word ends its paragraph; else 0. */
  column: number
}

/** Longer lines than this were not broken to fit a page. */
export const WIDEST_MEASURE = 160

/** The sentence of `line` plainly goes on in `next`: a word is cut, or the next line begins with a small letter. */
export function runsOn(line: Line, next: Line): boolean {
  if (line.text.length > WIDEST_MEASURE) return false
  if (endsCut(line.text)) return true
  return startsMidSentence(next.text) && !endsSentence(line.text) && !listMarker(next.text)
}

/** Takes the lines of a document; says whether its paragraphs are wrapped, and how wide. */
export function readLayout(lines: readonly Line[]): Layout {
  const full: [line: Line, next: Line][] = []
  const tally = { neighbours: 0, indents: 0, openings: 0 }
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (!next || next.blanks > 0 || next.page) return
    if (next.indent > line.indent) {
      tally.indents += 1
      if (endsSentence(line.text)) tally.openings += 1
    }
    // Very short lines (verse, lists, cells of a table) say nothing about the width of the page.
    if (line.text.length < 15) return
    tally.neighbours += 1
    if (runsOn(line, next)) full.push([line, next])
  })
  // A list of references indents the lines that hang below; the line above those is seldom finished.
  const indented = tally.openings > 0 && tally.openings >= tally.indents * 0.75
  const wrapped = full.length > 0 && full.length >= tally.neighbours * 0.3
  if (!wrapped) return { wrapped, measure: 0, indented, column: 0 }
  const lengths = full.map(([line]) => line.text.length).sort((a, b) => a - b)
  return {
    wrapped,
    measure: lengths[Math.floor(lengths.length * 0.6)] ?? 0,
    indented,
    column: columnOf(full),
  }
}

/** The column that wrapped lines were filled to; 0 when they are too ragged for that, as in text out of a PDF. */
function columnOf(full: readonly (readonly [line: Line, next: Line])[]): number {
  const column = full.reduce((widest, [line]) => Math.max(widest, line.indent + line.text.length), 0)
  const roomy = full.filter(([line, next]) => leavesRoom(line, next, column) && !endsCut(line.text)).length
  return full.length >= 5 && roomy <= full.length * 0.02 ? column : 0
}

/** The next line's first word would have fitted after the line, within the column. */
export function leavesRoom(line: Line, next: Line, column: number): boolean {
  return line.indent + line.text.length + 1 + firstWord(next.text).length <= column
}

/**
 * Text set with an empty line after every line is closed up, or each line would pass for a paragraph. Two empty lines
 * then part paragraphs. Any other text is given back as it is.
 */
export function closeDoubleSpacing(lines: readonly Line[]): readonly Line[] {
  const tight = lines.filter((line, index) => index > 0 && line.blanks === 0).length
  if (lines.length < 6 || tight > lines.length * 0.05) return lines
  const running = lines.filter((line, index) => {
    const next = lines[index + 1]
    return next?.blanks === 1 && line.text.length >= 15 && runsOn(line, next)
  }).length
  if (running < lines.length * 0.4) return lines
  return lines.map((line) => ({ ...line, blanks: Math.max(0, line.blanks - 1) }))
}

/** Length of the longest line; 0 for none. */
export function widestOf(lines: readonly Line[]): number {
  return lines.reduce((widest, line) => Math.max(widest, line.text.length), 0)
}

/** The line stops early: the next line's first word would have fitted after it with room to spare. */
export function stopsEarly(line: Line, next: Line, measure: number): boolean {
  return line.text.length + 1 + firstWord(next.text).length < measure * 0.8
}
