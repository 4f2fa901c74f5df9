import { firstUnits } from '#domain/anchoring/pairs'
import { articleOf } from '#domain/formats/import/article'
import { UnreadableError, type Imported } from '#domain/formats/import/format'
import { joined, type Draft } from '#domain/formats/import/joined'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import { isGeneric } from '#domain/text/structure/headings'
import type { Extractor } from '../extractor'
import { articleIn } from './html-article'
import { withoutEmbedded } from './html-embedded'
import { furnitureReport, grouped, isFurniture } from './html-furniture'
import { decodePage } from './html-charset'
import { metadataOf, type PageMetadata } from './html-metadata'

/** A page's source and what is known about it. */
interface PageSource {
  readonly fileName: string
  readonly format: string
  readonly encoding: string
  readonly source: string
  /** The address from which it was saved. */
  readonly url?: string
  /** The date on which it was saved. */
  readonly accessed?: string
}

/** A saved web page: its article and the page's metadata. */
export const extract: Extractor = ({ fileName, bytes, encoding: chosen }) => {
  const { text: source, encoding } = decodePage(bytes, '', chosen)
  return Promise.resolve(importPage({ fileName, format: 'html', encoding, source }))
}

/**
 * Imports the article in a page's source. The source itself is kept as the original text, without the files that are
 * embedded in it.
 */
export function importPage({ source: whole, ...page }: PageSource): Imported {
  const { fileName, format, encoding, url, accessed } = page
  const { source, count: embedded } = withoutEmbedded(whole)
  if (source.length > PAGE_LIMIT) throw new UnreadableError(tooLong(source.length))
  const clean = source.toWellFormed().replaceAll('\0', '')
  let metadata: PageMetadata | undefined
  const { drafts, report } = articleIn(clean, ({ document }) => {
    metadata = metadataOf(document, clean, url)
    return url || metadata.url
  })
  if (drafts.length === 0) throw new UnreadableError(withoutText(clean))
  const known = metadata!
  const declared = firstUnits(titleOf(known, drafts), 200)
  const all = declared === '' ? drafts : titled(drafts, declared)
  const { text, blocks, links } = joined(grouped(all))
  const article = articleOf({
    ...known,
    title: declared || guessedTitle({ text, blocks }, fileName),
    publisher: firstUnits(known.publisher, 300),
    accessed: known.accessed || (accessed ?? ''),
    fileName,
    format,
    encoding,
    text,
    blocks,
    ...(links && { links }),
    originalText: source,
    report: [
      ...furnitureReport(all),
      ...report,
      { what: 'pictures and other embedded files left out of the original text', count: embedded },
    ].filter(({ count }) => count > 0),
  })
  return { kind: 'article', article }
}

/** The most UTF-16 units of a page without embedded files. Its tree takes forty times as much memory. */
const PAGE_LIMIT = 6_000_000

const tooLong = (length: number) =>
  `The page has ${Math.round(length / 1e6)} million characters, not counting pictures, more than the limit of ${PAGE_LIMIT / 1e6} million. Save it in parts or as text.`

const withoutText = (source: string) =>
  /<(?:frame|iframe)\b/i.test(source)
    ? 'It has no text, because it is a frame for other pages. Open the inner page in a browser and save that.'
    : 'It has no text. If the page is made by scripts, save it as “web page, complete” or print it to PDF.'

/**
 * The page's title without the name of the site. It is the heading above the article if that is part of the title, else
 * the title without the publisher's name.
 */
function titleOf({ title, publisher }: PageMetadata, drafts: readonly Draft[]): string {
  const over = opening(drafts).find(({ role, text }) => role === 'heading' && isPart(title, text))
  if (over) return over.text
  const parts = title.split(/\s+[|–—»·:-]\s+/)
  const own = parts.filter((part) => part.toLowerCase() !== publisher.toLowerCase())
  if (publisher === '' || own.length === parts.length || own.length === 0) return title
  const at = title.indexOf(own[0]!)
  return title.slice(at, title.lastIndexOf(own.at(-1)!) + own.at(-1)!.length)
}

/** Whether `words` are the beginning or the end of a title, with a separator between them and the rest. */
function isPart(title: string, words: string): boolean {
  const [before, after] = [title.slice(0, -words.length), title.slice(words.length)]
  const isFirst = title.startsWith(words) && /^\s+[|–—»·:-]\s/.test(after)
  const isLast = title.endsWith(words) && /\s[|–—»·:-]\s+$/.test(before)
  return !isGeneric(words) && (isFirst || isLast)
}

/** The first blocks that are read of an article. */
const opening = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft) => !isFurniture(draft)).slice(0, 4)

/**
 * Puts the title first, once: a heading near the beginning with the same words becomes the title, and so does a
 * heading above the article that was set aside.
 */
function titled(drafts: readonly Draft[], title: string): Draft[] {
  const near = opening(drafts)
  const first = drafts.indexOf(near[0]!)
  const same = drafts.findIndex(
    (draft, at) =>
      draft.text === title &&
      (isFurniture(draft) ? at < first : draft.role === 'heading' && near.includes(draft)),
  )
  const head: Draft = { role: 'title', text: title }
  return same < 0 ? [head, ...drafts] : [...drafts.slice(0, same), head, ...drafts.slice(same + 1)]
}
