import { isElement, oneLine, type PageDocument, type PageElement } from './html-dom'
import { decodedEntities } from './html-entities'
import { jsonLdOf, textsOf } from './html-json-ld'
import { namesOf } from '../author-names'
import { dateOf } from '../dates'
import { bestTitle } from './html-title'
import { doiOf, languageOf, webAddressOf } from './html-values'

/** A page's metadata. A field is empty if the page does not have it; nothing is guessed. */
export interface PageMetadata {
  readonly title: string
  readonly authors: string[]
  readonly publisher: string
  readonly published: string
  readonly language: string
  readonly url: string
  readonly doi: string
  readonly accessed: string
}

/** The first of these texts that is not empty. */
const first = (...candidates: readonly (readonly string[])[]): string => candidates.flat().find(Boolean) ?? ''
const firstList = (...candidates: readonly string[][]): string[] =>
  candidates.find((list) => list.length > 0) ?? []

/**
 * A page's metadata, from the most careful source to the least: tags for scholarly catalogues, JSON-LD, Open Graph,
 * Dublin Core, then the page's own text.
 * @param saved the address that the browser recorded when it saved the page
 */
export function metadataOf(document: PageDocument, source: string, saved = ''): PageMetadata {
  const tags = tagsOf(document)
  const tag = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? [])
  const linked = jsonLdOf(document)
  const data = (name: string) => textsOf(linked[name])
  const shown = (selector: string) => [...document.querySelectorAll(selector)].slice(0, 50).map(wordsOf)
  const mark = savedMark(source)
  const address = saved || mark.url
  const canonical = [...document.querySelectorAll('link[rel~=canonical]')].map(
    (link) => link.getAttribute('href') ?? '',
  )
  const addresses = [
    ...canonical,
    ...tag('og:url', 'citation_public_url', 'citation_fulltext_html_url'),
    ...data('url'),
  ]
  const identifiers = tag(
    'citation_doi',
    'prism.doi',
    'doi',
    'bepress_citation_doi',
    'dc.identifier',
    'dc.identifier.doi',
  )
  const language = languageOf([
    document.documentElement.getAttribute('lang') ?? '',
    ...data('inLanguage'),
    ...tag('content-language', 'dc.language', 'citation_language', 'og:locale'),
  ])
  return {
    title: bestTitle(
      {
        cited: tag('citation_title'),
        declared: [
          ...data('headline'),
          ...data('name'),
          ...tag('og:title', 'dc.title', 'dcterms.title', 'twitter:title'),
        ],
      },
      { headings: shown('h1').map((words) => words.replace(/\s*¶$/u, '')), window: first(shown('title')) },
    ),
    authors: firstList(
      namesOf(tag('citation_author', 'citation_authors')),
      namesOf(data('author')),
      namesOf(tag('dc.creator', 'dcterms.creator', 'author', 'article:author', 'parsely-author', 'byl')),
      namesOf(bylines(document)),
    ),
    publisher: first(
      tag('citation_journal_title', 'og:site_name'),
      data('publisher'),
      tag('citation_publisher', 'dc.publisher', 'dcterms.publisher', 'application-name'),
    ),
    published: dateOf(
      first(
        tag('citation_publication_date', 'citation_date', 'citation_online_date'),
        data('datePublished'),
        tag(
          'article:published_time',
          'dc.date.issued',
          'dcterms.issued',
          'dc.date',
          'dcterms.date',
          'date',
          'pubdate',
        ),
        [...document.querySelectorAll('[itemprop~=datePublished], time[pubdate], article time[datetime]')]
          .filter((element) => !isWithinWords(element))
          .map(
            (element) =>
              element.getAttribute('datetime') ?? element.getAttribute('content') ?? wordsOf(element),
          ),
      ),
      language,
    ),
    language,
    url: webAddressOf([...addresses, address], address),
    doi: doiOf([...identifiers, ...data('identifier'), ...data('sameAs'), ...addresses]),
    accessed: dateOf(mark.date),
  }
}

const wordsOf = (element: PageElement) => oneLine(element.textContent)

/** Parts of a page that name the authors of other stories. */
const ELSEWHERE = /(?:^|[\s_-])(?:related|sidebar|teasers?|recommended|comments?|popular|promo)(?:$|[\s_-])/i

/** The lines in which the page names its authors: those in its article, if there are any, and none beside it. */
function bylines(document: PageDocument): string[] {
  const own = [...document.querySelectorAll('[rel~=author], [itemprop~=author]')]
    .slice(0, 50)
    .flatMap((line) => {
      const around = ancestorsOf(line)
      const isElsewhere = around.some(
        (each) =>
          /^(?:aside|nav|footer)$/.test(each.localName) || ELSEWHERE.test(each.getAttribute('class') ?? ''),
      )
      return isElsewhere ? [] : [{ line, inside: around.some(({ localName }) => localName === 'article') }]
    })
  const inside = own.filter((each) => each.inside)
  return (inside.length > 0 ? inside : own).map(({ line }) => line.getAttribute('content') ?? wordsOf(line))
}

/** The words of a longer paragraph are the article's: a day that it speaks of is not its own. */
const SENTENCE = 120

/** Whether an element is part of a sentence, or of something beside the article. */
const isWithinWords = (element: PageElement): boolean =>
  ancestorsOf(element).some(
    (each) =>
      (/^(?:p|li|td|dd|blockquote|figcaption)$/.test(each.localName) && wordsOf(each).length > SENTENCE) ||
      ELSEWHERE.test(each.getAttribute('class') ?? ''),
  )

function ancestorsOf(element: PageElement): PageElement[] {
  const found: PageElement[] = []
  for (let node = element.parentNode; node && isElement(node); node = node.parentNode) found.push(node)
  return found
}

function tagsOf(document: PageDocument): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('http-equiv')
    const content = oneLine(decodedEntities(meta.getAttribute('content') ?? ''))
    if (!name || !content) continue
    const key = name.trim().toLowerCase()
    const values = tags.get(key) ?? []
    if (values.length < 200) tags.set(key, [...values, content])
  }
  return tags
}

/** Browsers and SingleFile write the address and date of a saved page into a comment at its beginning. */
function savedMark(source: string): { url: string; date: string } {
  const start = source.slice(0, 4000)
  return {
    url:
      /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S+)/i.exec(
        start,
      )?.[1] ?? '',
    date: /<!--\s*Page saved with SingleFile[^>]*?saved date:\s*([^\n(]+)/i.exec(start)?.[1] ?? '',
  }
}
