import type { PositionedLine } from '../positioned'
import { readPagedText, type Document } from '../read-paged-text'

/** The lines of a paragraph that ends on its page. */
export const BODY = [
  'The ledger of the harbour was kept by two clerks who never',
  'met, and the one who kept it by night wrote with his left',
  'hand, so that the figures lean towards the sea.',
]
/** The lines of the paragraph behind it. */
export const REST = [
  'His colleague kept it by day, and wrote so small that the',
  'pages of a summer fill no more than a drawer of the desk',
  'that both of them sat at.',
]

/** Lines of one column, 12 points apart from y 100 down unless they say otherwise. */
export function column(
  page: number,
  lines: readonly (string | (Partial<PositionedLine> & { text: string }))[],
) {
  return lines.map((given, index): PositionedLine => {
    const { text, ...more } = typeof given === 'string' ? { text: given } : given
    const x = more.x ?? 50
    return {
      text,
      page,
      column: 0,
      x,
      right: x + text.length * 5,
      y: 100 + index * 12,
      size: 10,
      bold: false,
      ...more,
    }
  })
}

/** What is read from lines: the title, the text with its blocks, and each block in words. */
export const read = (lines: readonly PositionedLine[], more: Partial<Document> = {}) => {
  const { text, blocks, title } = readPagedText({ lines, outline: [], ...more })
  const pieces = blocks.map(({ role, level, aside, page, start, end }) => {
    const what = `${role}${level ?? ''}${aside ? ` (${aside})` : ''}`
    return `${page} ${what}: ${text.slice(start, end)}`
  })
  return { title, pieces, blocks, text }
}
