import type { Reference } from '#domain/formats/import/reference'
import { canonicalDoi } from '#domain/versions/addresses'
import { languageOf, webAddressOf } from '../html/html-values'
import { plainAddress, plainDoi } from './references-tex'

/** An item of the Citation Style Language. Its fields come from a file and may hold anything. */
export type CslItem = Readonly<Record<string, unknown>>

/** A CSL item as a reference; undefined if nothing in it identifies the work. */
export function cslIn(item: CslItem): Reference | undefined {
  const accessed = dateOf(item['accessed'])
  const reference: Reference = {
    title: wordsOf(item['title'], 1000),
    authors: namesOf(item['author']) ?? namesOf(item['editor']) ?? [],
    publisher: publisherOf(item),
    published: dateOf(item['issued']),
    ...(accessed && { accessed }),
    url: webAddressOf([plainAddress(wordsOf(item['URL'], 4000))], ''),
    doi: canonicalDoi(plainDoi(wordsOf(item['DOI'], 300))),
    language: tagOf(wordsOf(item['language'], 35)),
    kind: kindOf(wordsOf(item['type'], 60)),
  }
  return reference.title || reference.doi || reference.url ? reference : undefined
}

/** Text on one line, without the markup that CSL allows in titles. */
const wordsOf = (value: unknown, limit: number): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .slice(0, 10 * limit)
        .replace(/<\/?(?:i|b|em|strong|sub|sup|sc|span)\b[^<>]*>/gi, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, limit)
        .toWellFormed()
    : ''

/** An article is identified by its journal, site or newspaper; a whole work by its publisher. */
function publisherOf(item: CslItem): string {
  const container = wordsOf(item['container-title'], 300)
  const publisher = wordsOf(item['publisher'], 300)
  return container || publisher || wordsOf(item['institution'], 300)
}

function namesOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const names = (value as unknown[]).slice(0, 200).map((name) => {
    if (typeof name !== 'object' || name === null) return wordsOf(name, 300)
    const part = (key: string): string => wordsOf((name as CslItem)[key], 300)
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part)
    return (parts.filter(Boolean).join(' ') || part('literal')).slice(0, 300)
  })
  // BibTeX ends a shortened list of names with “and others”.
  if (names.length > 1 && names.at(-1) === 'others') names[names.length - 1] = 'et al.'
  const given = names.filter(Boolean)
  return given.length > 0 ? given : undefined
}

/** A date with the precision it has; a range as its beginning and end, which is no date. */
function dateOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return wordsOf(value, 40)
  const { 'date-parts': dates, raw, literal } = value as CslItem
  const said = (Array.isArray(dates) ? (dates as unknown[]) : []).slice(0, 2).map(dateIn).filter(Boolean)
  return said.length > 0 ? said.join('/') : wordsOf(raw ?? literal, 40)
}

function dateIn(parts: unknown): string {
  const numbers = (Array.isArray(parts) ? (parts as unknown[]) : []).map(Number)
  if (!numbers[0]) return ''
  const rest = numbers.slice(1, 3)
  const end = rest.findIndex((part) => !Number.isInteger(part) || part < 1 || part > 31)
  const exact = end < 0 ? rest : rest.slice(0, end)
  return [String(numbers[0]).padStart(4, '0'), ...exact.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  )
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['article-journal', 'journal article'],
  ['article-magazine', 'magazine article'],
  ['article-newspaper', 'newspaper article'],
  ['paper-conference', 'conference paper'],
  ['post-weblog', 'blog post'],
  ['entry-encyclopedia', 'encyclopedia entry'],
  ['webpage', 'web page'],
  ['legal_case', 'legal case'],
  ['chapter', 'book chapter'],
  ['article', 'article'],
  ['document', ''],
])

const kindOf = (type: string): string => KINDS.get(type) ?? type.replace(/[-_]/g, ' ')

/** BibLaTeX names languages by words. Other users of the field write language tags. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['american', 'en-US'],
  ['usenglish', 'en-US'],
  ['british', 'en-GB'],
  ['ukenglish', 'en-GB'],
  ['german', 'de'],
  ['ngerman', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
  ['portuguese', 'pt'],
  ['dutch', 'nl'],
  ['turkish', 'tr'],
  ['russian', 'ru'],
  ['greek', 'el'],
  ['arabic', 'ar'],
  ['hebrew', 'he'],
  ['polish', 'pl'],
  ['ukrainian', 'uk'],
])

const tagOf = (language: string): string => LANGUAGES.get(language.toLowerCase()) ?? languageOf([language])
