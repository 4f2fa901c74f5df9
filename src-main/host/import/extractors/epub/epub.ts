import { articleOf } from '#domain/formats/import/article'
import { UnreadableError } from '#domain/formats/import/format'
import { joined, type Draft } from '#domain/formats/import/joined'
import { guessedTitle } from '#domain/text/structure/guessed-title'
import { checkArchive } from '../archive'
import { packageOf, type Chapter } from './epub-package'
import type { Extractor } from '../extractor'
import { blocksOf } from '../html/html-blocks'
import { decodePage } from '../html/html-charset'
import { pageOf } from '../html/html-page'
import { VOID } from '../html/html-tags'

/** Parts that have neither text nor styles. */
const MEDIA = /\.(?:jpe?g|png|gif|webp|svgz?|bmp|tiff?|ttf|otf|woff2?|mp[34]|m4[av]|ogg|webm|js)$/i
/** Bytes of style sheets that are read. */
const STYLES_LIMIT = 500_000
/** The most characters that a source may have. */
const TEXT_LIMIT = 20_000_000

/** A book: its chapters in reading order. A chapter without a heading gets its title in the table of contents. */
export const extractEpub: Extractor = async ({ fileName, bytes, progress }) => {
  const parts = await checkArchive(bytes, (name) => !MEDIA.test(name))
  const { about, chapters } = packageOf(parts)
  const report = new Map<string, number>()
  const count = (what: string, times: number) => report.set(what, (report.get(what) ?? 0) + times)
  const sheets = sheetsIn(parts)
  const drafts: Draft[] = []
  const sources: string[] = []
  let length = 0
  chapters.forEach((chapter, at) => {
    const source = decodePage(parts.get(chapter.path)!).text.toWellFormed().replaceAll('\0', '')
    length += source.length
    if (length > TEXT_LIMIT) {
      throw new UnreadableError('It has more than 20 million characters. Split it, then import the parts.')
    }
    sources.push(source)
    const page = pageOf(asHtml(source), false, sheets)
    const { drafts: found, tables, formulas } = blocksOf(page.document.body, '')
    for (const { what, count: times } of page.report) count(what, times)
    count('tables turned into text', tables)
    count('formulas turned into words', formulas)
    if (chapter.isContents && found.length > 0) count('tables of contents set aside', 1)
    drafts.push(...chapterDrafts(chapter, found))
    progress(at + 1, chapters.length)
  })
  if (drafts.length === 0) throw new UnreadableError('It has no text. Its pages may be pictures.')
  const { text, blocks, links } = joined(about.title ? titled(drafts, about.title) : drafts)
  const article = articleOf({
    ...about,
    title: about.title || guessedTitle({ text, blocks }, fileName),
    kind: 'book',
    fileName,
    format: 'epub',
    encoding: '',
    text,
    blocks,
    ...(links && { links }),
    originalText: sources.join('\n\f'),
    report: [...report].filter(([, times]) => times > 0).map(([what, times]) => ({ what, count: times })),
  })
  return { kind: 'article', article }
}

/** The style sheets of a book: some of its words are struck out or raised by them alone. */
function sheetsIn(parts: ReadonlyMap<string, Uint8Array>): string[] {
  let left = STYLES_LIMIT
  return [...parts].flatMap(([name, part]) =>
    /\.css$/i.test(name) && (left -= part.length) >= 0 ? [new TextDecoder().decode(part)] : [],
  )
}

function chapterDrafts({ label, isContents }: Chapter, drafts: readonly Draft[]): Draft[] {
  if (isContents) return drafts.map(({ text }) => ({ role: 'furniture', text, aside: 'table of contents' }))
  const headed = drafts.slice(0, 3).some(({ role }) => role === 'heading' || role === 'title')
  if (headed || label === '' || drafts.length === 0) return [...drafts]
  // If the chapter's first line is its title, that line becomes the heading.
  const own = drafts[0]!.text.toLowerCase() === label.toLowerCase()
  return [{ role: 'heading', level: 1, text: label }, ...drafts.slice(own ? 1 : 0)]
}

/** Puts the title first, once. */
function titled(drafts: readonly Draft[], title: string): Draft[] {
  const same = drafts.slice(0, 4).findIndex(({ text }) => text.toLowerCase() === title.toLowerCase())
  return [{ role: 'title', text: title }, ...drafts.filter((_draft, at) => at !== same)]
}

/** In XHTML any element may be self-closing; an HTML parser would put everything that follows inside it. */
const asHtml = (source: string): string =>
  source.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (tag, name: string, rest: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
  )
