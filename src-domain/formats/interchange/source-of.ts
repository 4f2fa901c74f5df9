import type { Block } from '../../records/block'
import type { Source } from '../../records/source'
import { articleOf } from '../import/article'
import type { IncomingSource } from './incoming'

/** A source made of a text of a file; undefined without words. Its blocks are the lines of the text. */
export function sourceOf(
  {
    title,
    authors = [],
    url = '',
    doi = '',
    published = '',
    kind = '',
    text,
    originalText = text,
  }: IncomingSource,
  { id, fileName, now }: { readonly id: string; readonly fileName: string; readonly now: string },
): Source | undefined {
  if (text.trim() === '') return undefined
  const article = articleOf({
    title: title.trim().slice(0, 1000) || fileName || 'Text',
    authors: authors.map((author) => author.slice(0, 300)),
    url: url.slice(0, 4000),
    doi: doi.slice(0, 300),
    published: published.slice(0, 40),
    kind: kind.slice(0, 60),
    fileName,
    format: '',
    encoding: 'UTF-8',
    text,
    blocks: linesOf(text),
    originalText,
    report: [],
  })
  return { ...article, id, added: now }
}

/** A block for each line of a text that is not blank. */
export function linesOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    const start = line.index + (line[0].length - line[0].trimStart().length)
    const end = start + line[0].trim().length
    if (end > start) blocks.push({ role: 'paragraph', start, end })
  }
  return blocks
}
