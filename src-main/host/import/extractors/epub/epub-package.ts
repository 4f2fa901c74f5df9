import { posix } from 'node:path'
import type { Article } from '#domain/records/article'
import { UnreadableError } from '#domain/formats/import/format'
import { firstUnits } from '#domain/anchoring/pairs'
import type { PageElement } from '../html/html-dom'
import { dateOf } from '../dates'
import { doiOf, languageOf, webAddressOf } from '../html/html-values'
import { elementsOf, wordsOf, xmlRoot } from '../xml'

type Parts = ReadonlyMap<string, Uint8Array>

/** A part of the book in reading order. */
export interface Chapter {
  readonly path: string
  /** Its title in the table of contents. */
  readonly label: string
  readonly isContents: boolean
}

/** A book's metadata and the order of its chapters (EPUB 3.3 and 2.0.1). */
export interface Package {
  readonly about: Pick<Article, 'title' | 'authors' | 'publisher' | 'published' | 'language' | 'doi' | 'url'>
  readonly chapters: readonly Chapter[]
}

/** Reads the package document of a book. Throws `UnreadableError` in words for the user. */
export function packageOf(parts: Parts): Package {
  const container = xmlRoot(parts.get('META-INF/container.xml'), 'list of contents')
  const path = elementsOf(container, 'rootfile')[0]?.getAttribute('full-path') ?? ''
  const root = xmlRoot(parts.get(path), 'list of chapters')
  const items = new Map(elementsOf(root, 'item').map((item) => [item.getAttribute('id') ?? '', item]))
  const pathOf = (item: PageElement | undefined): string => within(path, item?.getAttribute('href') ?? '')
  const isContents = (item: PageElement): boolean =>
    (item.getAttribute('properties') ?? '').split(/\s+/).includes('nav')
  const labels = labelsIn(
    parts,
    [...items.values()].filter((item) => isTable(item) || isContents(item)).map(pathOf),
  )
  const spine = elementsOf(root, 'itemref').map((each) => items.get(each.getAttribute('idref') ?? ''))
  const chapters = spine.flatMap((item): Chapter[] => {
    const at = pathOf(item)
    return item && parts.has(at)
      ? [{ path: at, label: labels.get(at) ?? '', isContents: isContents(item) }]
      : []
  })
  refuseLocked(parts, chapters)
  return { about: aboutOf(root), chapters }
}

const isTable = (item: PageElement): boolean => item.getAttribute('media-type') === 'application/x-dtbncx+xml'

/** The part of the archive that a link leads to, without the fragment. */
function within(from: string, href: string): string {
  const bare = href.split('#')[0]!
  try {
    return posix.join(posix.dirname(from), decodeURIComponent(bare))
  } catch {
    return posix.join(posix.dirname(from), bare)
  }
}

/** The first title that a table of contents has for each part. */
function labelsIn(parts: Parts, tables: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const add = (table: string, href: string | null | undefined, label: string | undefined): void => {
    const path = within(table, href ?? '')
    if (label && !labels.has(path)) labels.set(path, firstUnits(label, 300))
  }
  for (const table of tables.filter((each) => parts.has(each))) {
    const root = xmlRoot(parts.get(table), 'table of contents')
    for (const point of elementsOf(root, 'navPoint')) {
      add(table, elementsOf(point, 'content')[0]?.getAttribute('src'), wordsOf(point, 'text')[0])
    }
    const nav = elementsOf(root, 'nav').find((each) => /\btoc\b/.test(each.getAttribute('epub:type') ?? ''))
    for (const link of nav ? elementsOf(nav, 'a') : []) {
      add(table, link.getAttribute('href'), link.textContent?.replace(/\s+/g, ' ').trim())
    }
  }
  return labels
}

function aboutOf(root: PageElement): Package['about'] {
  const first = (name: string, limit: number): string => firstUnits(wordsOf(root, name)[0] ?? '', limit)
  const identifiers = [...wordsOf(root, 'identifier'), ...wordsOf(root, 'source')]
  const language = languageOf(wordsOf(root, 'language'))
  return {
    title: first('title', 1000),
    authors: wordsOf(root, 'creator')
      .slice(0, 200)
      .map((name) => firstUnits(name, 300)),
    publisher: first('publisher', 300),
    published: dateOf(first('date', 40), language),
    language,
    doi: doiOf(identifiers),
    url: webAddressOf(identifiers, ''),
  }
}

/** Encrypted fonts are common and harmless; encrypted chapters cannot be read. */
function refuseLocked(parts: Parts, chapters: readonly Chapter[]): void {
  const encryption = parts.get('META-INF/encryption.xml')
  if (!encryption) return
  const locked = new Set(
    elementsOf(xmlRoot(encryption, 'list of locked parts'), 'CipherReference').map((each) =>
      within('', each.getAttribute('URI') ?? ''),
    ),
  )
  if (chapters.some(({ path }) => locked.has(path))) {
    throw new UnreadableError('It is copy-protected and cannot be read. Nothing was imported.')
  }
}
