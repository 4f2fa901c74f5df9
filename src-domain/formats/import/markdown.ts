import { fromMarkdown } from 'mdast-util-from-markdown'
import { firstUnits } from '../../anchoring/pairs'
import { guessedTitle } from '../../text/structure/guessed-title'
import { articleOf } from './article'
import { UnreadableError, type TextReader } from './format'
import { joined, type Draft } from './joined'
import { DEPTH_LIMIT, refuseDeep, tooDeep } from './markdown-depth'
import { bounded } from './markdown-marks'
import { frontMatterOf } from './markdown-front-matter'

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]

/** Numbers of elements that are not part of the text. */
interface Tally {
  comments: number
  tags: number
  pictures: number
  definitions: number
}

/**
 * Reads Markdown (CommonMark). Headings, paragraphs, quotes, lists and code become blocks; link targets follow the
 * text.
 */
export const readMarkdown: TextReader = ({ fileName, text: originalText, encoding }) => {
  const { known, unused, body } = frontMatterOf(originalText.toWellFormed().replaceAll('\0', ''))
  refuseDeep(body)
  const tally: Tally = { comments: 0, tags: 0, pictures: 0, definitions: 0 }
  const { options, count: full } = bounded(body)
  const drafts = blocksOf(fromMarkdown(body, options), 'paragraph', tally, 0)
  const kept = drafts.map((draft) => ({ ...draft, text: draft.text.trim() })).filter((draft) => draft.text)
  if (kept.length === 0) throw new UnreadableError('It has no text.')
  const head = kept.findIndex(({ role, level }) => role === 'heading' && level === 1)
  if (head >= 0) kept[head] = { role: 'title', text: kept[head]!.text }
  const { text, blocks } = joined(kept)
  const article = articleOf({
    ...known,
    title: firstUnits(known.title || kept[head]?.text || guessedTitle({ text, blocks }, fileName), 200),
    fileName,
    format: 'markdown',
    encoding,
    text,
    blocks,
    originalText,
    report: [
      { what: 'other front matter fields left out', count: unused },
      { what: 'comments left out', count: tally.comments },
      { what: 'HTML tags left out, their text kept', count: tally.tags },
      { what: 'pictures left out, their descriptions kept', count: tally.pictures },
      {
        what: 'paragraphs with too many emphasis marks or brackets, kept as typed',
        count: full,
      },
      { what: 'link definitions left out', count: tally.definitions },
    ].filter(({ count }) => count > 0),
  })
  return { kind: 'article', article }
}

function blocksOf(node: Node, role: Draft['role'], tally: Tally, depth: number): Draft[] {
  if (depth > DEPTH_LIMIT) throw tooDeep()
  const inside = (nodes: readonly Node[], as: Draft['role']) =>
    nodes.flatMap((child) => blocksOf(child, as, tally, depth + 1))
  switch (node.type) {
    case 'root':
      return inside(node.children, role)
    case 'heading':
      return [{ role: 'heading', level: node.depth, text: words(node, tally, depth) }]
    case 'blockquote':
      return inside(node.children, 'quote')
    case 'list':
    case 'listItem':
      return inside(node.children, 'list-item')
    case 'code':
      return [{ role: 'code', text: node.value }]
    case 'html':
      return [{ role, text: withoutTags(node.value, tally) }]
    case 'definition':
      tally.definitions++
      return []
    case 'thematicBreak':
      return []
    default:
      return [{ role, text: words(node, tally, depth) }]
  }
}

function withoutTags(html: string, tally: Tally): string {
  const counted = (count: 'comments' | 'tags') => () => {
    tally[count]++
    return ''
  }
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, counted('comments')).replace(/<[^<>]*>/g, counted('tags'))
}

/** The text of a node's inline content. A line break in a paragraph becomes a space. */
function words(node: Node, tally: Tally, depth: number): string {
  if (depth > DEPTH_LIMIT) throw tooDeep()
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : withoutTags(node.value, tally)
  if (node.type === 'image' || node.type === 'imageReference') {
    tally.pictures++
    return node.alt ?? ''
  }
  if ('value' in node) return node.value.replace(/\s*\n\s*/g, ' ')
  if (!('children' in node)) return ''
  const inner = (node.children as Node[]).map((child) => words(child, tally, depth + 1)).join('')
  const shown = node.type === 'link' && /^https?:/i.test(node.url) && node.url !== inner
  return shown ? `${inner} (${node.url})` : inner
}
