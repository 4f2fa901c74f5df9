import { fromMarkdown } from 'mdast-util-from-markdown'
import { firstUnits } from '../../anchoring/pairs'
import { articleOf } from './article'
import { TEXT_LIMIT, UnreadableError, type TextFormat } from './format'
import { joined, type Draft } from './joined'

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]

/** Markdown (CommonMark): headings, paragraphs, quotes, lists and code as blocks; link targets kept behind their words. */
export const markdown: TextFormat = {
  name: 'markdown',
  title: 'Markdown',
  extensions: ['md', 'markdown'],
  limit: TEXT_LIMIT,
  read({ fileName, text: arrived, encoding }) {
    const drafts = blocksOf(fromMarkdown(arrived.toWellFormed().replaceAll('\0', '')), 'paragraph')
    const kept = drafts.map((draft) => ({ ...draft, text: draft.text.trim() })).filter((draft) => draft.text)
    if (kept.length === 0) throw new UnreadableError('There is no text in it.')
    if (kept[0]?.role === 'heading' && kept[0].level === 1) kept[0] = { role: 'title', text: kept[0].text }
    const { text, blocks } = joined(kept)
    const title = firstUnits((kept.find(({ role }) => role === 'title') ?? kept[0]!).text, 200)
    const article = articleOf({
      title,
      fileName,
      format: 'markdown',
      encoding,
      text,
      blocks,
      arrived,
      report: [],
    })
    return { kind: 'article', article }
  },
}

function blocksOf(node: Node, role: Draft['role']): Draft[] {
  switch (node.type) {
    case 'root':
      return node.children.flatMap((child) => blocksOf(child, role))
    case 'heading':
      return [{ role: 'heading', level: node.depth, text: words(node) }]
    case 'paragraph':
      return [{ role, text: words(node) }]
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, 'quote'))
    case 'list':
    case 'listItem':
      return (node.children as Node[]).flatMap((child) => blocksOf(child, 'list-item'))
    case 'code':
      return [{ role: 'code', text: node.value }]
    case 'html':
      return [{ role, text: node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^<>]*>/g, '') }]
    case 'definition':
    case 'thematicBreak':
      return []
    default:
      return [{ role, text: words(node) }]
  }
}

/** The words of a node's inline content; a line break inside a paragraph is a space. */
function words(node: Node): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value.replace(/\s*\n\s*/g, ' ')
  if (!('children' in node)) return ''
  const inner = (node.children as Node[]).map(words).join('')
  const shown = node.type === 'link' && /^https?:/i.test(node.url) && node.url !== inner
  return shown ? `${inner} (${node.url})` : inner
}
