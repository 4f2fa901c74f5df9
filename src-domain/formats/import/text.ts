import { guessedTitle } from '../../text/structure/guessed-title'
import { readPlainText } from '../../text/structure/plain-text'
import { articleOf } from './article'
import { UnreadableError, type TextReader } from './format'

/** Reads plain text, typed or copied from a web page or a PDF. */
export const readText: TextReader = ({ fileName, text: originalText, encoding }) => {
  const { title, text: canonical, blocks, report } = readPlainText(originalText)
  if (canonical.trim() === '') throw new UnreadableError('It has no text.')
  const article = articleOf({
    title: title || guessedTitle({ text: canonical, blocks }, fileName),
    fileName,
    format: 'text',
    encoding,
    text: canonical,
    blocks: [...blocks],
    originalText,
    report: report.map((line) => ({ ...line })),
  })
  return { kind: 'article', article }
}
