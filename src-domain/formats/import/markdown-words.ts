import { markLink, withoutMarks } from '../../text/clean/link-marks'
import { lowered, raised } from '../../text/clean/raised'
import { DEPTH_LIMIT, tooDeep } from './markdown-depth'
import type { Node, Tally } from './markdown-tally'

/** A noncharacter for `~~`, which strikes words out (GitHub Flavored Markdown, 6.5). */
const STRIKE = '\uFDD3'
/** A noncharacter for the end of a line of the file. */
const LINE = '\uFDD7'
const STRUCK = /\uFDD3(?=\S)[^\uFDD3]*[^\uFDD3\s]\uFDD3/g

/** The text of a block's inline content, with its links marked. A line break in a paragraph becomes a space. */
export const words = (node: Node, tally: Tally, depth: number): string =>
  joinedLines(lines(node, tally, depth))

/** The text of a paragraph. A table has a line for each row, with its cells apart (GitHub Flavored Markdown, 4.10). */
export function paragraphWords(node: Node, tally: Tally, depth: number): string {
  const rows = lines(node, tally, depth)
  if (!rows[0]!.includes('|') || !DELIMITERS.test(rows[1] ?? '')) return joinedLines(rows)
  return rows
    .filter((_, at) => at !== 1)
    .map((row) =>
      row
        .replace(/^\s*\||\|\s*$/g, '')
        .replace(/\s*\|\s*/g, ' | ')
        .trim(),
    )
    .join('\n')
}

const joinedLines = (some: readonly string[]): string => some.join(' ').replace(/ {2,}/g, ' ')

const DELIMITERS = /^(?=.*\|)\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

function lines(node: Node, tally: Tally, depth: number): string[] {
  return inline(node, tally, depth)
    .replace(STRUCK, () => {
      tally.struck++
      return ''
    })
    .replaceAll(STRIKE, '~~')
    .split(LINE)
}

/** The text of HTML without its tags. Comments are nothing. */
export function withoutTags(html: string, tally: Tally): string {
  const counted = (count: 'comments' | 'tags') => () => {
    tally[count]++
    return ''
  }
  return withoutMarks(html)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, counted('comments'))
    .replace(/<[^<>]*>/g, counted('tags'))
}

function inline(node: Node, tally: Tally, depth: number): string {
  if (depth > DEPTH_LIMIT) throw tooDeep()
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : withoutTags(node.value, tally)
  if (node.type === 'image' || node.type === 'imageReference') {
    tally.pictures++
    return withoutMarks(node.alt ?? '')
  }
  if ('value' in node) {
    const text = withoutMarks(node.value)
      .replace(/[\uFDD3\uFDD7]/g, '')
      .replace(/(?<!\s)\s*\n\s*/g, LINE)
    return node.type === 'text' ? withForms(text, tally) : text
  }
  if (!('children' in node)) return ''
  const inner = joinedWords(node.children as Node[], tally, depth + 1)
  const address = addressOf(node, tally)
  return address === undefined ? inner : markLink(inner, address)
}

function addressOf(node: Node, tally: Tally): string | undefined {
  if (node.type === 'link') return /^https?:/i.test(node.url) ? node.url : undefined
  if (node.type !== 'linkReference') return undefined
  const definition = tally.definitions.get(node.identifier)
  if (!definition) return undefined
  definition.used = true
  return /^https?:/i.test(definition.address) ? definition.address : undefined
}

/** Inline content, in which HTML tags raise, lower or strike out what is between them. */
function joinedWords(nodes: readonly Node[], tally: Tally, depth: number): string {
  const parts: string[] = []
  const open: { readonly name: string; readonly start: number }[] = []
  for (const node of nodes) {
    const tag = node.type === 'html' ? /^<(\/?)(sup|sub|del|s|strike)\b[^<>]*>$/i.exec(node.value) : null
    const name = tag?.[2]?.toLowerCase() ?? ''
    const last = open.at(-1)
    if (tag?.[1] === '') open.push({ name, start: parts.length })
    if (tag?.[1] === '/' && last?.name === name) {
      open.pop()
      const within = parts.splice(last.start).join('')
      const before = parts.findLast((part) => part !== '') ?? ''
      if (name === 'sup') parts.push(raised(within, before))
      else if (name === 'sub') parts.push(lowered(within, before))
      else tally.struck++
    }
    parts.push(inline(node, tally, depth))
  }
  return parts.join('')
}

/** Words with what stands for a note, for raised, lowered and struck-out words in them. */
const withForms = (text: string, { notes }: Tally): string =>
  text
    .replace(/\[\^([^\]\s]{1,100})\]/g, (whole, id: string) => {
      const number = notes.of(id)
      return number === undefined ? whole : `[${number}]`
    })
    .replace(/(?<!~)~~(?!~)/g, STRIKE)
    // As Pandoc writes them. Such words have no spaces in them, and stand behind others.
    .replace(/(?<=[\p{L}\p{N})])\^([^\s^]{1,20})\^/gu, (_, up: string, at: number) =>
      raised(up, text.slice(0, at)),
    )
    .replace(/(?<=[\p{L}\p{N})])~([\p{L}\p{N}+−-]{1,10})~(?!~)/gu, (_, down: string, at: number) =>
      lowered(down, text.slice(0, at)),
    )
    // One tilde strikes out as well as two.
    .replace(/(?<![\p{L}\p{N}~])~(?=[^\s~/])([^~]{0,300}?[^\s~])~(?![\p{L}\p{N}~])/gu, `${STRIKE}$1${STRIKE}`)
