import { withoutMarks } from '../../text/clean/link-marks'
import { nestedLevel } from '../../text/clean/list-labels'
import type { Draft } from './joined'
import { DEPTH_LIMIT, tooDeep } from './markdown-depth'
import type { Node, Root, Tally } from './markdown-tally'
import { paragraphWords, withoutTags, words } from './markdown-words'

/** The addresses of a text's link definitions, by identifier. The first of several counts (CommonMark 4.7). */
export function definitionsIn(pieces: Iterable<Root>): Tally['definitions'] {
  const found = new Map<string, { address: string; used: boolean }>()
  for (const piece of pieces) {
    const open: Node[] = [piece]
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'definition' && !found.has(node.identifier)) {
        found.set(node.identifier, { address: node.url, used: false })
      }
      if ('children' in node) open.push(...(node.children as Node[]).toReversed())
    }
  }
  return found
}

/** The blocks in a node, with their links marked. */
export function blocksOf(node: Node, role: Draft['role'], tally: Tally, depth: number, lists = 0): Draft[] {
  if (depth > DEPTH_LIMIT) throw tooDeep()
  const inside = (nodes: readonly Node[], as: Draft['role'], within = lists) =>
    nodes.flatMap((child) => blocksOf(child, as, tally, depth + 1, within))
  switch (node.type) {
    case 'root':
      return inside(node.children, role)
    case 'heading':
      return [{ role: 'heading', level: node.depth, text: words(node, tally, depth) }]
    case 'blockquote':
      return inside(node.children, 'quote')
    case 'list':
      return node.children.flatMap((item, at) => {
        const [first, ...rest] = inside([item], 'list-item', lists + 1)
        if (!first) return []
        const number = node.ordered ? `${(node.start ?? 1) + at}. ` : ''
        return [{ ...first, text: number + first.text }, ...rest]
      })
    case 'listItem':
      return inside(node.children, 'list-item')
    case 'code':
      return [{ role: 'code', text: withoutMarks(node.value) }]
    case 'html':
      return [{ role, text: withoutTags(node.value, tally) }]
    case 'definition':
    case 'thematicBreak':
      return []
    default: {
      const level = role === 'list-item' ? nestedLevel(lists) : undefined
      return [{ role, text: paragraphWords(node, tally, depth), ...(level && { level }) }]
    }
  }
}
