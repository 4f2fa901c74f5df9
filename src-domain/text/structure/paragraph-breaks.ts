import { leavesRoom, runsOn, stopsEarly, widestOf, type Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { LAYOUT } from '../lines/thresholds'
import { endsCut, endsSentence, startsMidSentence } from '../sentences/sentences'
import { couldBeHeading, isTitled } from './headings'
import type { Passage } from './passages'
import { opensReference } from './references'
import { PARAGRAPHS } from './thresholds'

/** What is known about a chunk (lines without an empty line between them) while it is taken apart. */
interface Column {
  layout: Layout
  /** The smallest indent of its lines. */
  flush: number
  /** The entry before this line, when the chunk is part of a list of references. */
  references: Passage | undefined
}

/** Whether a new paragraph begins at line `index` of a wrapped chunk. `index` is at least 1. */
export function opensParagraph(chunk: readonly Line[], index: number, column: Column): boolean {
  const [previous, line] = [chunk[index - 1], chunk[index]]
  if (!previous || !line) return false
  const { layout, references } = column
  if (references && opensReference(line, previous, references)) return true
  const couldBreak = !startsMidSentence(line.text) && !endsCut(previous.text)
  return layout.column > 0 && couldBreak
    ? breaksColumn(previous, line, column)
    : endsSentence(previous.text) && !endsCut(previous.text) && breaksRaggedText(chunk, index, column)
}

/** In text that is filled to a column, a line with room for the next word ends its paragraph. */
function breaksColumn(previous: Line, line: Line, { layout, flush }: Column): boolean {
  const isIndented = layout.indented && line.indent > flush
  return leavesRoom(previous, line, layout.column) || (isIndented && endsSentence(previous.text))
}

/** In ragged text, the line before must have ended well short of the measure, or this line must be indented. */
function breaksRaggedText(chunk: readonly Line[], index: number, { layout, flush }: Column): boolean {
  const [previous, line, next] = [chunk[index - 1] as Line, chunk[index] as Line, chunk[index + 1]]
  if (layout.indented && line.indent > flush) return true
  const isEarly = stopsEarly(previous, line, measureAround(chunk, index))
  // One line further in begins a paragraph. Several in a row hang below the first line of an entry.
  if (line.indent > previous.indent) return isEarly || !next || next.indent < line.indent
  const isShort = previous.text.length < layout.measure * PARAGRAPHS.endingShare
  return isEarly && isShort && !startsMidSentence(line.text)
}

/** Width of the column at this line. It changes where text runs round a picture. */
function measureAround(chunk: readonly Line[], index: number): number {
  const before = chunk.slice(Math.max(0, index - PARAGRAPHS.linesAround), index)
  return Math.min(widestOf(before), widestOf(chunk.slice(index, index + PARAGRAPHS.linesAround)))
}

/** Paragraphs of the chunk run over several lines; otherwise each line is a paragraph. */
export function isWrapped(chunk: readonly Line[], layout: Layout): boolean {
  const pairs = chunk.length - 1
  const longest = LAYOUT.widestMeasure * PARAGRAPHS.longestWrapped
  if (pairs === 0 || widestOf(chunk) > longest) return false
  const running = chunk.filter((line, index) => {
    const next = chunk[index + 1]
    return next !== undefined && runsOn(line, next)
  }).length
  if (running >= pairs * PARAGRAPHS.runningShare) return true
  return layout.wrapped && (running > 0 || widestOf(chunk) > layout.measure * PARAGRAPHS.wideShare)
}

/** The line is a title that runs straight into its paragraph, with no empty line between. */
export function isRunInTitle(line: Line, following: readonly Line[]): boolean {
  const next = following[0]
  if (!next || startsMidSentence(next.text) || !couldBeHeading(line.text)) return false
  const width = widestOf(following)
  return isTitled(line.text)
    ? width > line.text.length * PARAGRAPHS.runInTitleCase
    : width > line.text.length * PARAGRAPHS.runInTitle && following.length > 1
}
