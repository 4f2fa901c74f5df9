import { firstUnits } from '#domain/anchoring/pairs'
import { articleOf } from '#domain/formats/import/article'
import { UnreadableError } from '#domain/formats/import/format'
import { joined } from '#domain/formats/import/joined'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import { checkArchive } from '../archive'
import { fileAuthors } from '../author-names'
import type { Extractor } from '../extractor'
import { visit, type PageElement } from '../html/html-dom'
import { languageOf } from '../html/html-values'
import { odtBlocks } from './odt-blocks'
import { elementsOf, wordsOf, xmlRoot } from '../xml'

const WANTED = new Set(['content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'])
const LOCKED = 'It is protected by a password. Save it without one, then import it.'
/** The most characters that a source may have. */
const TEXT_LIMIT = 20_000_000

/** A text document of the OpenDocument Format (ISO/IEC 26300). */
export const extractOdt: Extractor = async ({ fileName, bytes }) => {
  const parts = await checkArchive(bytes, (name) => WANTED.has(name))
  const manifest = parts.get('META-INF/manifest.xml')
  if (manifest && elementsOf(xmlRoot(manifest, 'list of parts'), 'encryption-data').length > 0) {
    throw new UnreadableError(LOCKED)
  }
  const content = xmlRoot(parts.get('content.xml'), 'text')
  const styles = parts.has('styles.xml') ? xmlRoot(parts.get('styles.xml'), 'list of styles') : undefined
  const { drafts, report } = odtBlocks(content, styles)
  if (drafts.length === 0) throw new UnreadableError('It has no text.')
  const meta = parts.has('meta.xml') ? xmlRoot(parts.get('meta.xml'), 'description') : undefined
  const said = (name: string): string => (meta ? (wordsOf(meta, name)[0] ?? '') : '')
  const author = firstUnits(said('initial-creator') || said('creator'), 300)
  const { text, blocks, links } = joined(drafts)
  if (text.length > TEXT_LIMIT) {
    throw new UnreadableError('It has more than 20 million characters. Split it, then import the parts.')
  }
  const title = drafts.find(({ role }) => role === 'title')?.text || said('title')
  const article = articleOf({
    title: firstUnits(title.replace(/\s+/g, ' '), 200) || guessedTitle({ text, blocks }, fileName),
    authors: fileAuthors([author]),
    language: languageOf([said('language')]),
    fileName,
    format: 'odt',
    encoding: '',
    text,
    blocks,
    ...(links && { links }),
    originalText: firstUnits(asItArrived(content), TEXT_LIMIT),
    report: [...report, { what: 'headers and footers left out', count: headersIn(styles) }].filter(
      ({ count }) => count > 0,
    ),
  })
  return { kind: 'article', article }
}

const headersIn = (styles: PageElement | undefined): number =>
  styles ? [...wordsOf(styles, 'header'), ...wordsOf(styles, 'footer')].length : 0

/** All text in the file, including deleted text and comments, for checking the import. */
function asItArrived(content: PageElement): string {
  const words: string[] = []
  visit(content, {
    text: (text) => void words.push(text),
    enter: ({ localName }) => {
      if (localName === 'text:s' || localName === 'text:tab') words.push(' ')
      return true
    },
    leave: ({ localName }) => void (/^text:[ph]$/.test(localName) && words.push('\n')),
  })
  return words.join('').trim().toWellFormed()
}
