import { couldBeHeading, isInCapitals, isTitled } from './headings'
import { leavesRoom, runsOn, stopsEarly, widestOf, WIDEST_MEASURE, type Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { listMarker } from './lists'
import type { Passage } from './passages'
import { opensReference } from './references'
import { endsCut, endsSentence, startsMidSentence } from '../sentences/sentences'

/** What is known about a chunk while its lines are looked at one by one. */
interface Column {
  layout: Layout
  /** The least indent of its lines. */
  flush: number
  /** The entry before this line, when the chunk is part of a list of references. */
  references: Passage | undefined
}

/** Whether a new paragraph begins at the line `index` of a wrapped chunk; never asked of its first line. */
export function opensParagraph(chunk: readonly Line[], index: number, column: Column): boolean {
  const [previous, line, next] = [chunk[index - 1], chunk[index], chunk[index + 1]]
  if (!previous || !line) return false
  if (column.references && opensReference(line, previous, column.references)) return true
  const { layout, flush } = column
  if (layout.column > 0 && !startsMidSentence(line.text) && !endsCut(previous.text)) {
    return (
      leavesRoom(previous, line, layout.column) ||
      (layout.indented && line.indent > flush && endsSentence(previous.text))
    )
  }
  if (!endsSentence(previous.text) || endsCut(previous.text)) return false
  const further = line.indent > previous.indent
  if (layout.indented && line.indent > flush) return true
  const early = stopsEarly(previous, line, measureAround(chunk, index))
  // A line further in begins a paragraph; several of them in a row hang below the first line of an entry.
  if (further) return early || !next || next.indent < line.indent
  return early && !startsMidSentence(line.text) && previous.text.length < layout.measure * 0.9
}

/** Width of the column at this line: it may grow or shrink there, as when text runs round a picture. */
function measureAround(chunk: readonly Line[], index: number): number {
  const before = chunk.slice(Math.max(0, index - 4), index)
  return Math.min(widestOf(before), widestOf(chunk.slice(index, index + 4)))
}

/** The lines of the chunk are pieces of paragraphs; otherwise each line is a paragraph. */
export function isWrapped(chunk: readonly Line[], layout: Layout): boolean {
  const pairs = chunk.length - 1
  if (pairs === 0 || chunk.some((line) => line.text.length > WIDEST_MEASURE * 2)) return false
  const running = chunk.filter((line, index) => {
    const next = chunk[index + 1]
    return next !== undefined && runsOn(line, next)
  }).length
  if (running >= pairs * 0.5) return true
  return layout.wrapped && (running > 0 || widestOf(chunk) > layout.measure * 0.75)
}

/**
 * Three lines or more that all stop well short of the page and each begin with a capital: verse, or an address. At the
 * head of a text they are a title and what belongs to it, unless they are verse or labels for certain.
 */
export function isVerse(chunk: readonly Line[], layout: Layout, opensText: boolean): boolean {
  if (chunk.length < 3 || chunk.some((line) => listMarker(line.text) || isInCapitals(line.text))) return false
  if (widestOf(chunk) > (layout.measure ? layout.measure * 0.85 : 60)) return false
  const ofOneKind = /[,;]$|^[\p{L}-]+: /u
  if (opensText && !chunk.slice(0, -1).some((line) => ofOneKind.test(line.text))) return false
  const capitals = chunk.filter((line) => !startsMidSentence(line.text)).length
  const open = chunk.slice(0, -1).filter((line) => !endsSentence(line.text)).length
  return capitals >= chunk.length * 0.8 && open * 2 >= chunk.length - 1
}

/** In wrapped text a short title may run straight into its paragraph, with no empty line between. */
export function isRunInTitle(line: Line, following: readonly Line[]): boolean {
  const next = following[0]
  if (!next || startsMidSentence(next.text) || !couldBeHeading(line.text)) return false
  const width = widestOf(following)
  // In title case it need only be shorter; any other line must stop where no line of a paragraph would.
  return isTitled(line.text)
    ? width > line.text.length * 1.3
    : width > line.text.length * 2 && following.length > 1
}
