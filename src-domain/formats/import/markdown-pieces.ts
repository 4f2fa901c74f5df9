import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import type { Root } from './markdown-tally'

/** The least characters of a piece. The parser keeps a hundred bytes and more for each character until it ends. */
const PIECE = 32_000

/** A place between two lines where a text may be cut. */
interface Cut {
  readonly at: number
  /** Whether both lines are items of a numbered list. */
  readonly numbered?: boolean
}

/**
 * Parses Markdown in pieces, so that only one of them is in memory, and in time that grows with the text: the parser takes
 * time by the square of a list's length. Together they have the blocks of the whole, apart from links whose definition is
 * in another piece; a list may be cut between two items.
 * @param size the least characters of a piece
 */
export function* piecesOf(text: string, options: Options, size = PIECE): Generator<Root> {
  let [start, number] = [0, 0]
  while (start < text.length) {
    const { root, cut } = pieceAt(text, start, options, size)
    const first = root.children[0]
    if (number > 0 && first?.type === 'list') first.start = number
    yield root
    const last = root.children.at(-1)
    number = cut.numbered && last?.type === 'list' ? (last.start ?? 1) + last.children.length : 0
    start = cut.at
  }
}

/** The shortest piece that can be parsed by itself. */
function pieceAt(text: string, start: number, options: Options, size: number): { root: Root; cut: Cut } {
  for (let least = size; ; least *= 2) {
    const cut = cutAfter(text, start + least)
    const root = fromMarkdown(text.slice(start, cut.at), options)
    if (cut.at === text.length || isWhole(root, cut)) return { root, cut }
  }
}

/** Whether nothing goes on after a cut. Code and HTML may; and without a list, a line with a number is not its item. */
function isWhole({ children }: Root, { numbered }: Cut): boolean {
  const type = children.at(-1)?.type
  return numbered ? type === 'list' : type !== 'code' && type !== 'html'
}

const BLANK = /^[ \t]*[\r\n]*$/
const BULLET = /^[-+*][ \t]+\S/
const NUMBER = /^\d{1,9}([.)])[ \t]+\S/
/** A line that belongs to nothing before an empty line. */
const FRESH = /^(?!\d{1,9}[.)])[^\s\uFEFF]/

/** The first place after a position where a text may be cut; its end if there is none. */
function cutAfter(text: string, from: number): Cut {
  const lines = /\r\n?|\n/g
  lines.lastIndex = from
  let before: number | undefined
  while (lines.test(text)) {
    const at = lines.lastIndex
    const line = text.slice(at, at + 40)
    if (BULLET.test(line)) return { at }
    if (before !== undefined) {
      if (FRESH.test(line) && BLANK.test(text.slice(before, at))) return { at }
      const mark = NUMBER.exec(line)?.[1]
      if (mark !== undefined && NUMBER.exec(text.slice(before, before + 40))?.[1] === mark)
        return { at, numbered: true }
    }
    before = at
  }
  return { at: text.length }
}
