import { markLink, withoutMarks } from '../../text/clean/link-marks'
import { lowered, raised } from '../../text/clean/raised'
import { DEPTH_LIMIT, tooDeep } from './markdown-depth'
import type { Node, Tally } from './markdown-tally'

/** A noncharacter for `~~`, which strikes words out (GitHub Flavored Markdown, 6.5). */
const STRIKE = '\uFDD3'
const STRUCK = /\uFDD3(?=\S)[^\uFDD3]*[^\uFDD3\s]\uFDD3/g

/** The text of a block's inline content, with its links marked. A line break in a paragraph becomes a space. */
export function words(node: Node, tally: Tally, depth: number): string {
  return inline(node, tally, depth)
    .replace(STRUCK, () => {
      tally.struck++
      return ''
    })
    .replaceAll(STRIKE, '~~')
    .replace(/ {2,}/g, ' ')
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
      .replaceAll(STRIKE, '')
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
    return node.type === 'text' ? text.replace(/(?<!~)~~(?!~)/g, STRIKE) : text
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
