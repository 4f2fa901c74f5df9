import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { cutAfter, type Cut } from './markdown-cuts'
import { plainListAt } from './markdown-plain-list'
import type { Node, Root } from './markdown-tally'

/**
 * The least characters of a piece. The parser keeps a hundred bytes and more for each character until it ends, and moving
 * them from one part of the memory to another takes longer than reading the text.
 */
const PIECE = 1000

/**
 * Parses Markdown in pieces, so that only one of them is in memory, and in time that grows with the text: the parser takes
 * time by the square of a list's length. Together they have the blocks of the whole, apart from links whose definition is
 * in another piece; a list may be cut between two items.
 * @param size the least characters of a piece
 */
export function* piecesOf(text: string, options: Options, size = PIECE): Generator<Root> {
  const hasDefinitions = text.includes(']:')
  let [start, number] = [0, 0]
  while (start < text.length) {
    const { root, cut } = plainListAt(text, start, hasDefinitions) ?? pieceAt(text, start, options, size)
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
  let last: Node | undefined = children.at(-1)
  if (numbered) return last?.type === 'list'
  while (last?.type === 'blockquote') last = last.children.at(-1)
  return last?.type !== 'code' && last?.type !== 'html'
}
