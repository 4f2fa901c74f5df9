import { readMarkdown } from '../import/markdown'
import { UnreadableError } from '../import/format'

/** Links between notes (`[[Note|words]]`) and highlights (`==words==`), which are no Markdown of CommonMark. */
const WIKI = /!?\[\[([^\][|]*\|)?([^\][]*)\]\]/g
const HIGHLIGHT = /==(?=\S)([^=\n]+?)==/g

/** The words of a Markdown text without its marks; the text itself if it has none. */
export function plainWords(markdown: string): string {
  const text = markdown.replace(WIKI, '$2').replace(HIGHLIGHT, '$1')
  try {
    const read = readMarkdown({ fileName: 'a.md', text, encoding: 'UTF-8' })
    return read.kind === 'article' ? read.article.text : text
  } catch (error) {
    if (error instanceof UnreadableError) return markdown.trim()
    throw error
  }
}
