import { cutAt, type Cut } from './markdown-cuts'
import type { Node, Root } from './markdown-tally'

type List = Extract<Node, { type: 'list' }>
type Item = List['children'][number]

/** Words without anything that Markdown gives a meaning to. A label in brackets has none where no link is defined. */
const WORDS = String.raw`(?!\d{1,9}[.)])[\p{L}\p{N}](?:[^\\\x60*_[\]<&\t\r\n]*[^\\\x60*_[\]<&\s])?`
const itemWith = (words: string) =>
  new RegExp(String.raw`( *)(?:([-+*])|(\d{1,9})([.)])) (${words})(?:(?:\r\n?|\n)(\r\n?|\n)?|$)`, 'uy')
const ITEM = itemWith(WORDS)
const TASK = itemWith(String.raw`(?:\[[ xX]\] )?${WORDS}`)

/** Characters after which a list is cut as soon as it can be. */
const ENOUGH = 250_000

/** A line of a list, with the number of items that it is within. */
interface Line {
  readonly depth: number
  /** Whether it goes on with the list of the last line of its depth. */
  readonly goesOn: boolean
  readonly start: number | null
  readonly words: string
}

/** An item that may have others within it: where these begin, and its mark. */
interface Open {
  readonly offset: number
  readonly mark: string
}

/**
 * Reads a list of plain items at the beginning of a piece, as the parser reads it: the parser takes so long for an item that
 * a megabyte of short ones takes it ten seconds and more.
 * @param hasDefinitions whether the text defines links, which may have any label
 * @returns undefined unless it can be cut behind such an item
 */
export function plainListAt(
  text: string,
  start: number,
  hasDefinitions: boolean,
): { root: Root; cut: Cut } | undefined {
  const item = hasDefinitions ? ITEM : TASK
  const lines: Line[] = []
  const open: Open[] = []
  let found: { cut: Cut; count: number } | undefined
  for (let at = start; at < text.length && !(found && at - start > ENOUGH); at = item.lastIndex) {
    item.lastIndex = at
    const match = item.exec(text)
    const line = match && placed(match, open, lines.length === 0)
    if (!line) break
    lines.push(line)
    const end = item.lastIndex
    const cut = end === text.length ? { at: end } : cutAt(text, end, match[6] ? end - match[6].length : at)
    if (cut) found = { cut, count: lines.length }
  }
  return found && { root: { type: 'root', children: listsOf(lines.slice(0, found.count)) }, cut: found.cut }
}

/** Places a line among the items that are open (CommonMark 5.2); undefined if it may be no item there. */
function placed(match: RegExpExecArray, open: Open[], isFirst: boolean): Line | undefined {
  const [, indent, bullet, digits, delimiter, words] = match
  const [column, mark] = [indent!.length, bullet ?? delimiter!]
  let left: Open | undefined
  while (open.length > 0 && column < open.at(-1)!.offset) left = open.pop()
  if (column - (open.at(-1)?.offset ?? 0) > 3) return undefined
  const goesOn = left?.mark === mark
  // Another number does not begin a list below words.
  if (digits !== undefined && !goesOn && !isFirst && Number(digits) !== 1) return undefined
  const depth = open.length
  open.push({ offset: column + (digits?.length ?? 0) + mark.length + 1, mark })
  return { depth, goesOn, start: digits === undefined ? null : Number(digits), words: words! }
}

function listsOf(lines: readonly Line[]): List[] {
  const root: List[] = []
  /** The last list of each depth, and the lists within its last item. */
  const last: { readonly list: List; readonly within: Item['children'] }[] = []
  for (const { depth, goesOn, start, words } of lines) {
    const children: Item['children'] = [{ type: 'paragraph', children: [{ type: 'text', value: words }] }]
    const item: Item = { type: 'listItem', children }
    const before = goesOn ? last[depth]!.list : undefined
    const list: List = before ?? { type: 'list', ordered: start !== null, start, children: [] }
    list.children.push(item)
    if (!before) (depth === 0 ? root : last[depth - 1]!.within).push(list)
    last.length = depth
    last.push({ list, within: children })
  }
  return root
}
