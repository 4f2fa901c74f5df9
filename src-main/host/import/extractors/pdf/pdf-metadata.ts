import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Article } from '#domain/records/article'
import { fileAuthors } from '../author-names'
import type { OutlineEntry } from '#domain/text/pages/headings-by-typeface'

/** A PDF's metadata. */
export type About = Pick<Article, 'authors' | 'publisher' | 'published' | 'language' | 'doi' | 'url'> & {
  /** Empty if there is none, or if it is the default of a program. */
  readonly title: string
  /** Whether the date is that of the file, not of a publication. */
  readonly dated: boolean
}

const DOI = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`[\]]{2,200}/u
const LABELLED_DOI = new RegExp(String.raw`(?:doi(?:\.org)?\s*[:/]?\s*)(${DOI.source})`, 'iu')
const NO_TITLE = /^(?:untitled|microsoft \w+ - .*|.*\.(?:docx?|indd|qxd|tex|pdf|rtf|odt|dvi|html?)|\W*)$/iu

/**
 * Reads a document's metadata.
 * @param firstPage its text, which may contain the DOI
 */
export async function readAbout(pdf: PDFDocumentProxy, firstPage: string): Promise<About> {
  const { info, metadata } = (await pdf.getMetadata().catch(() => undefined)) ?? {}
  const fields = (info ?? {}) as Record<string, unknown>
  const xmp = (name: string): string[] =>
    texts((metadata as { get(name: string): unknown } | null)?.get(name))
  const field = (name: string): string[] => texts(fields[name])
  const title = first(xmp('dc:title'), field('Title')).slice(0, 1000)
  const authors =
    [fileAuthors(namesOf(xmp('dc:creator'))), fileAuthors(field('Author').flatMap(namesIn))].find(
      (names) => names.length > 0,
    ) ?? []
  const named = first(xmp('prism:publicationdate'), xmp('prism:coverdate'), xmp('prism:coverdisplaydate'))
  const made = dateOf(first(field('CreationDate')))
  const stated = [...xmp('prism:doi'), ...xmp('pdfx:doi'), ...xmp('dc:identifier'), ...field('doi')].join(' ')
  return {
    title: NO_TITLE.test(title) ? '' : title,
    authors: authors.map((name) => name.slice(0, 300)).slice(0, 200),
    publisher: first(xmp('prism:publicationname'), xmp('dc:publisher')).slice(0, 300),
    published: (/^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(named)?.[0] ?? made).slice(0, 40),
    dated: !named && made !== '',
    language: languageOf(first(xmp('dc:language'), field('Language'))),
    doi: (doiIn(stated, DOI) || doiIn(firstPage, LABELLED_DOI)).slice(0, 300),
    url: first(xmp('prism:url')).slice(0, 4000),
  }
}

/** The document's outline (bookmarks), all levels in order. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  type Node = { readonly title: string; readonly items: readonly Node[] }
  const entries: OutlineEntry[] = []
  const add = (nodes: readonly Node[], depth: number) => {
    for (const { title, items } of nodes) {
      if (entries.length >= 5000) return
      entries.push({ title, depth })
      if (depth < 5) add(items, depth + 1)
    }
  }
  add(((await pdf.getOutline().catch(() => null)) ?? []) as readonly Node[], 0)
  return entries
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
    typeof each === 'string' && each.trim() !== '' ? [each.trim().toWellFormed()] : [],
  )

const first = (...lists: readonly string[][]): string => lists.find((list) => list.length > 0)?.[0] ?? ''

/** A list has one name per entry. Some programs put all names into the only entry. */
const namesOf = (list: readonly string[]): readonly string[] =>
  list.length === 1 ? list.flatMap(namesIn) : list

/** Splits "Ann Lee; Bo Sun" and "Ann Lee, Bo Sun and Cy Day". A comma can also be part of one name ("Lee, Ann"). */
function namesIn(text: string): string[] {
  const several = text.split(/\s*(?:;|&|,?\s*\band\b)\s*/u)
  const parts = several.flatMap((part) => (/ \S+,.* /u.test(part) ? part.split(/\s*,\s*/u) : part))
  return parts.map((name) => name.replace(/,$/u, '').trim()).filter((name) => name !== '')
}

/** "D:20190806120000Z" as "2019-08-06". */
function dateOf(text: string): string {
  const [, year, month = '01', day = '01'] = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?/.exec(text) ?? []
  return year === undefined ? '' : `${year}-${month}-${day}`
}

const languageOf = (text: string): string => (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(text) ? text : '')

function doiIn(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)
  return (found?.[1] ?? found?.[0] ?? '').replace(/[.,;:)\]]+$/u, '')
}
