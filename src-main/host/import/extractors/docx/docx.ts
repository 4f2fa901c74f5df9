import { firstUnits } from '#domain/anchoring/pairs'
import { articleOf } from '#domain/formats/import/article'
import { UnreadableError } from '#domain/formats/import/format'
import { joined } from '#domain/formats/import/joined'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import { checkArchive } from '../archive'
import { docxHtml } from './docx-html'
import { propertiesOf } from './docx-properties'
import { docxReport } from './docx-report'
import type { Extractor } from '../extractor'
import { blocksOf } from '../html/html-blocks'
import { pageOf } from '../html/html-page'

const isText = (name: string) => /\.(?:xml|rels)$/i.test(name)

/**
 * A Word document. The HTML that mammoth makes of it is kept as the original text, since the file itself is not text.
 */
export const extract: Extractor = async ({ fileName, bytes }) => {
  const parts = await checkArchive(bytes, isText)
  const texts = new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))
  if (![...texts.keys()].some((name) => name.startsWith('word/')))
    throw new UnreadableError('It is not a Word document, despite its name.')
  const html = await docxHtml(parts, texts)
  const { document, report: left } = pageOf(html)
  const { drafts, tables } = blocksOf(document.body, '')
  if (drafts.length === 0) throw new UnreadableError('It has no text.')
  const known = propertiesOf(texts.get('docProps/core.xml') ?? '', texts.get('word/styles.xml') ?? '')
  const heading = drafts.find(({ role }) => role === 'title') ?? drafts.find(({ level }) => level === 1)
  const { text, blocks } = joined(drafts)
  const article = articleOf({
    ...known,
    title: firstUnits(
      heading?.role === 'title'
        ? heading.text
        : known.title || heading?.text || guessedTitle({ text, blocks }, fileName),
      200,
    ),
    fileName,
    format: 'docx',
    encoding: '',
    text,
    blocks,
    originalText: html,
    report: [
      ...docxReport(texts),
      { what: 'tables turned into text', count: tables },
      ...left.filter(({ what }) => what.startsWith('tags')),
    ].filter(({ count }) => count > 0),
  })
  return { kind: 'article', article }
}
