import type { ExportWriter } from '../writer'
import { markdownText } from './markdown-text'
import { reportOf } from './report'
import type { ReportBlock, Words } from './report-blocks'

/** Writes a map as a report in Markdown. */
export const writeReportMarkdown: ExportWriter = async (request, { today }) => {
  const { title, origin, caveat, blocks } = reportOf(request, today)
  const head = [
    `# ${lineOf(title)}`,
    lineOf(origin),
    ...(caveat ? [indented(`> ${markdownText(caveat)}`, '> ')] : []),
  ]
  return `${[...head, ...blocks.map(blockText)].join('\n\n')}\n`
}

/** The Markdown of a block. Each depth is a list inside the item before it. */
function blockText(block: ReportBlock): string {
  if (block.type === 'heading') return `${'#'.repeat(block.level)} ${block.words.map(headingWords).join('')}`
  if (block.type === 'table') {
    const line = (cells: readonly string[]) => `| ${cells.map(lineOf).join(' | ')} |`
    return [line(block.head), `|${' --- |'.repeat(block.head.length)}`, ...block.rows.map(line)].join('\n')
  }
  const indent = '  '.repeat(block.depth)
  if (block.type === 'quote') {
    const quote = `${markdownText(block.text)}\\\n${markdownText(block.citation)}`
    return `${indent}> ${indented(quote, `${indent}> `)}`
  }
  const text = indented(block.words.map(styled).join(''), indent)
  return block.type === 'item' && block.depth > 0
    ? `${'  '.repeat(block.depth - 1)}- ${text}`
    : `${indent}${text}`
}

/** Indents the lines after the first. */
const indented = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`)

function styled({ text, style }: Words): string {
  const words = text.trim()
  if (words === '') return text === '' ? '' : ' '
  const sign = style === 'strong' ? '**' : style === 'emphasis' ? '*' : ''
  const [before, after] = [text.trimStart() !== text, text.trimEnd() !== text]
  return `${before ? ' ' : ''}${sign}${markdownText(words)}${sign}${after ? ' ' : ''}`
}

const lineOf = (text: string): string => markdownText(text.replace(/\s+/g, ' '))

const headingWords = (words: Words): string => styled({ ...words, text: words.text.replace(/\s+/g, ' ') })
