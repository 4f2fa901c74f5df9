import { firstUnits } from '#domain/anchoring/pairs'
import { articleOf } from '#domain/formats/import/article'
import { UnreadableError } from '#domain/formats/import/format'
import { joined } from '#domain/formats/import/joined'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import { checkArchive } from '../archive'
import { withPlainFields } from './docx-fields'
import { docxHtml, refuseDeepParts } from './docx-html'
import { DocxNumbering } from './docx-numbering'
import { preparedPart } from './docx-prepare'
import { propertiesOf } from './docx-properties'
import { docxReport } from './docx-report'
import { DocxStyles } from './docx-styles'
import { targetsOf, withoutWrappers } from './docx-wrappers'
import type { Extractor } from '../extractor'
import { blocksOf } from '../html/html-blocks'
import { pageOf } from '../html/html-page'

/** The parts that have running text. */
const BODY = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/

/** The parts for mammoth, and how many pieces of hidden text they had. */
function preparedDocument(parts: ReadonlyMap<string, Uint8Array>, texts: ReadonlyMap<string, string>) {
  const numbering = new DocxNumbering(parts)
  const styles = new DocxStyles(parts.get('word/styles.xml'))
  let hidden = 0
  const prepared = new Map(parts)
  for (const [name, xml] of texts) {
    if (!BODY.test(name)) continue
    const part = preparedPart(
      withoutWrappers(withPlainFields(xml), targetsOf(name, texts)),
      numbering,
      styles,
    )
    hidden += part.hidden
    prepared.set(name, new TextEncoder().encode(part.xml))
  }
  return { prepared, hidden }
}

const isText = (name: string) => /\.(?:xml|rels)$/i.test(name)

/**
 * A Word document. The HTML that mammoth makes of it is kept as the original text, since the file itself is not text.
 */
export const extract: Extractor = async ({ fileName, bytes }) => {
  const parts = await checkArchive(bytes, isText)
  const texts = new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))
  if (![...texts.keys()].some((name) => name.startsWith('word/')))
    throw new UnreadableError('It is not a Word document, despite its name.')
  refuseDeepParts(texts)
  const { prepared, hidden } = preparedDocument(parts, texts)
  const html = await docxHtml(prepared)
  const { document, report: left } = pageOf(html)
  const { drafts, tables } = blocksOf(document.body, '')
  if (drafts.length === 0) throw new UnreadableError('It has no text.')
  const known = propertiesOf(texts.get('docProps/core.xml') ?? '', texts.get('word/styles.xml') ?? '')
  const heading = drafts.find(({ role }) => role === 'title') ?? drafts.find(({ level }) => level === 1)
  const { text, blocks, links } = joined(drafts)
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
    ...(links && { links }),
    originalText: html,
    report: [
      ...docxReport(texts),
      { what: 'pieces of hidden text left out', count: hidden },
      { what: 'tables turned into text', count: tables },
      ...left.filter(({ what }) => /^(?:tags|struck)/.test(what)),
    ].filter(({ count }) => count > 0),
  })
  return { kind: 'article', article }
}
