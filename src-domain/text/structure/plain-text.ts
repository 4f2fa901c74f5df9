import type { Block } from '../../records/block'
import { cleanCharacters } from '../clean/characters'
import { breakIntoPassages } from './chunks'
import { CONTENTS_ASIDE, findContents } from './contents'
import { joinInterrupted } from '../lines/join-interrupted'
import { findPageFurniture, type SetAside } from './page-furniture'
import { joinLines } from '../lines/join-lines'
import { closeDoubleSpacing, readLayout } from '../lines/line-metrics'
import { findWebBoilerplate } from './web-boilerplate'
import { openReplies, splitLines, type Line } from '../lines/lines'
import type { Finding, Piece } from './passages'
import { markPullQuotes } from './pull-quotes'
import { giveRoles } from './roles'
import { findTitle } from './title'

/** An article as Counterpoint keeps it: canonical text, its blocks, and what reading did to the text as it arrived. */
export interface ReadText {
  title: string
  text: string
  blocks: Block[]
  report: Finding[]
}

/**
 * Reads raw plain text, already decoded. Nothing of its words is dropped: what is no part of the article gets a block
 * with `aside`. Offsets are UTF-16 code units into `text`; two blocks stand an empty line apart, items of a list a line.
 */
export function readPlainText(raw: string): ReadText {
  const cleaned = cleanCharacters(raw)
  const opened = openReplies(splitLines(cleaned.text))
  const lines = closeDoubleSpacing(opened.lines)
  const replies = { what: 'marks of quoted mail removed', count: opened.replies }
  return readArranged(lines, { found: [...cleaned.report, replies] })
}

/** What is known of lines before they are read. */
export interface Known {
  found: readonly Finding[]
  setAside?: SetAside
  /** Headings are told by how they are set, so that no short line needs to be taken for one. */
  headingsTold?: boolean
}

/** Reads the lines of a document, in their order, into an article. */
export function readArranged(lines: readonly Line[], known: Known): ReadText {
  const free = lines.filter((line) => !line.told && !known.setAside?.has(line))
  const layout = readLayout(free)
  const setAside = new Map([
    ...findWebBoilerplate(lines),
    ...findPageFurniture(lines, layout),
    ...findContents(lines).map((line) => [line, CONTENTS_ASIDE] as const),
    ...(known.setAside ?? []),
  ])
  for (const line of lines) if (line.told) setAside.delete(line)
  const passages = markPullQuotes(breakIntoPassages(lines, layout, setAside), layout)
  const flowing = joinInterrupted(passages, layout)
  const joined = joinLines(flowing.passages)
  const pieces = giveRoles(joined.pieces, known.headingsTold)
  const { title, index } = findTitle(pieces, known.headingsTold)
  const titled = pieces.map((piece, at) => (at === index ? titleOf(piece) : piece))
  const report = [
    ...known.found,
    ...joined.report,
    { what: 'paragraphs joined across a break', count: flowing.joined },
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
    { what: 'page furniture set aside', count: count('furniture') },
  ]
}
