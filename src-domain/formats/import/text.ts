import { readPlainText } from '../../text/plain-text'
import { UnreadableError, type ImportFormat } from './format'

/** Plain text, typed or copied out of a page or a PDF. */
export const text: ImportFormat = {
  name: 'text',
  title: 'Plain text',
  extensions: ['txt', 'text'],
  read({ fileName, text: arrived, encoding }) {
    const { title, text: canonical, blocks, report } = readPlainText(arrived)
    if (canonical.trim() === '') throw new UnreadableError('There is no text in it.')
    const known = { authors: [], publisher: '', published: '', url: '' }
    const article = { title: title || fileName, ...known, fileName, format: 'text', encoding }
    return {
      kind: 'article',
      article: {
        ...article,
        text: canonical,
        blocks: [...blocks],
        arrived,
        report: report.map((line) => ({ ...line })),
      },
    }
  },
}
