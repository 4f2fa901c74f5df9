import type { Block } from '../../records/block'
import { cleanCharacters } from '../clean/characters'
import { breakIntoPassages } from './chunks'
import { CONTENTS_ASIDE, findContents } from './contents'
import { joinInterrupted } from '../lines/join-interrupted'
import { findPageFurniture, type SetAside } from './page-furniture'
import { joinLines } from '../lines/join-lines'
import { closeDoubleSpacing } from '../lines/double-spacing'
import { readLayout } from '../lines/line-metrics'
import { findWebBoilerplate } from './web-boilerplate'
import { openReplies, splitLines, type Line } from '../lines/lines'
import type { Finding, Piece } from './passages'
import { markPullQuotes } from './pull-quotes'
import { giveRoles } from './roles'
import { findTitle } from './title'

/**
 * An article as Counterpoint stores it: canonical text, its blocks, and what reading changed in the text as it arrived.
 */
export interface ReadText {
  title: string
  text: string
  blocks: Block[]
  report: Finding[]
}

/**
 * Reads decoded plain text. No word is dropped: what is no part of the article becomes a block with `aside`. Offsets
 * are UTF-16 code units into `text`. An empty line separates blocks; a line break separates items of a list.
 */
export function readPlainText(raw: string): ReadText {
  const cleaned = cleanCharacters(raw)
  const opened = openReplies(splitLines(cleaned.text))
  const lines = closeDoubleSpacing(opened.lines)
  const replies = { what: 'mail quotation marks removed', count: opened.replies }
  return readArranged(lines, { found: [...cleaned.report, replies] })
}

/** What is known about lines before they are read. */
export interface KnownLines {
  /** What was changed in them so far. */
  found: readonly Finding[]
  setAside?: SetAside
  /** Headings were found by size and weight, so no short line is taken for one. */
  headingsKnown?: boolean
}

/** Reads the lines of a document, in reading order, into an article. */
export function readArranged(lines: readonly Line[], known: KnownLines): ReadText {
  const free = lines.filter((line) => !line.hint && !known.setAside?.has(line))
  const layout = readLayout(free)
  const setAside = new Map([
    ...findWebBoilerplate(lines),
    ...findPageFurniture(lines, layout),
    ...findContents(lines).map((line) => [line, CONTENTS_ASIDE] as const),
    ...(known.setAside ?? []),
  ])
  // Size and weight are surer than words.
  for (const line of lines) if (line.hint) setAside.delete(line)
  const passages = markPullQuotes(breakIntoPassages(lines, layout, setAside), layout)
  const uninterrupted = joinInterrupted(passages, layout)
  const joined = joinLines(uninterrupted.passages)
  const pieces = giveRoles(joined.pieces, known.headingsKnown)
  const { title, index } = findTitle(pieces, known.headingsKnown)
  const titled = pieces.map((piece, at) => (at === index ? titleOf(piece) : piece))
  const report = [
    ...known.found,
    ...joined.report,
    { what: 'paragraphs rejoined across a break', count: uninterrupted.joined },
    ...countAsides(titled),
  ]
  return { title, ...layOut(titled), report: report.filter(({ count }) => count > 0) }
}

const titleOf = ({ text, page }: Piece): Piece => ({
  role: 'title',
  text,
  ...(page !== undefined && { page }),
})

function layOut(pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const parts: string[] = []
  const blocks: Block[] = []
  let length = 0
  let previous: Piece | undefined
  for (const piece of pieces) {
    const gap = !previous ? '' : previous.role === 'list-item' && piece.role === 'list-item' ? '\n' : '\n\n'
    const start = length + gap.length
    length = start + piece.text.length
    parts.push(gap, piece.text)
    const block: Block = { role: piece.role, start, end: length }
    if (piece.level !== undefined) block.level = piece.level
    if (piece.aside !== undefined) block.aside = piece.aside
    if (piece.page !== undefined) block.page = piece.page
    blocks.push(block)
    previous = piece
  }
  return { text: parts.join(''), blocks }
}

function countAsides(pieces: readonly Piece[]): Finding[] {
  const count = (role: Piece['role']): number =>
    pieces.filter((piece) => piece.aside && piece.role === role).length
  return [
    { what: 'pull quotes set aside', count: count('pull-quote') },
    { what: 'picture captions set aside', count: count('caption') },
    { what: 'headers, footers and other page elements set aside', count: count('furniture') },
  ]
}
