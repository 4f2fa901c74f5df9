import type { Article } from '../records/article'
import type { Project, Table } from '../document/project'
import { QUOTES, type Source } from '../records/source'
import { canonicalAddress, doiOf } from './addresses'
import { fingerprint, mayOverlap, overlap, overlapOf, shingles, type Fingerprint } from './fingerprint'
import { SAME_ARTICLE } from './thresholds'
import { canonicalTitle, isTelling, shareAuthor } from './titles'

type Work = Pick<Article, 'doi' | 'url' | 'title' | 'authors' | 'kind'>

/** A source that may be the same article, and by what it was recognised. */
export interface SameArticle {
  readonly source: string
  readonly by: 'address' | 'doi' | 'text' | 'title'
}

/**
 * The sources of the project that may be this article, each with the surest sign: equal text, DOI, address, similar
 * text, title. Sources with equal text come first, then those with similar text by similarity, then the others. The
 * user decides what to do with them.
 */
export function sameArticle(project: Project, article: Article): readonly SameArticle[] {
  const index = indexOf(project.sources)
  const { addresses, dois, texts } = index
  const found = new Map<string, SameArticle['by']>()
  const add = (ids: Iterable<string> | undefined, by: SameArticle['by']): void => {
    for (const id of ids ?? []) if (!found.has(id)) found.set(id, by)
  }
  const alike = textsLike(article, texts)
  add(alike.equal, 'text')
  add(dois.get(doiOf(article)), 'doi')
  add(addresses.get(canonicalAddress(article.url)), 'address')
  add(alike.near, 'text')
  add(sameTitle(article, index, project.sources), 'title')
  const rank = (id: string) => {
    const place = [...alike.equal, ...alike.near].indexOf(id)
    return place < 0 ? Infinity : place
  }
  const twins = [...found].map(([source, by]) => ({ source, by, rank: rank(source) }))
  twins.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
  return twins.map(({ source, by }) => ({ source, by }))
}

/**
 * The sources of the project with the DOI, the address or the title of an article, in this order, whatever their texts
 * are.
 */
export function sameWork({ sources }: Project, article: Work): string[] {
  const index = indexOf(sources)
  const { addresses, dois } = index
  const found = [dois.get(doiOf(article)), addresses.get(canonicalAddress(article.url))]
  return [...new Set([...found.flatMap((ids) => ids ?? []), ...sameTitle(article, index, sources)])]
}

/**
 * The sources with the title of an article. Few words, as in “Emma” or “Press release”, say what is meant only where one
 * of both is made of quotes, and then with an author of it.
 */
function sameTitle(article: Work, { titles }: Index, sources: Table<Source>): readonly string[] {
  const title = canonicalTitle(article.title)
  const found = titles.get(title) ?? []
  if (isTelling(title)) return found
  const isOfQuotes = (id: string) => [article.kind, sources.get(id)!.kind].includes(QUOTES)
  return found.filter((id) => isOfQuotes(id) && shareAuthor(article, sources.get(id)!))
}

/** The sign by which an article was recognised, as a clause to end a sentence with. */
export const SAME_BY: Readonly<Record<SameArticle['by'], string>> = {
  text: 'most of its words are the same',
  doi: 'it has the same DOI',
  address: 'it has the same address',
  title: 'it has the same title',
}

function textsLike(article: Article, sources: readonly Source[]): { equal: string[]; near: string[] } {
  const equal: string[] = []
  const near: { id: string; close: number }[] = []
  const imported = fingerprint(article)
  let all: Uint32Array | undefined
  for (const source of sources) {
    if (source.text === article.text) {
      equal.push(source.id)
      continue
    }
    const theirs = fingerprintOf(source)
    const smaller = Math.min(imported.size, theirs.size)
    if (!areComparable(imported, theirs) || !mayOverlap(imported, theirs)) continue
    if (overlap(imported, theirs) < SAME_ARTICLE.estimatedOverlap) continue
    all ??= shingles(article)
    const share = overlapOf(all, shingles(source))
    // A text half as long that is all there is not as close as one of the same length with a word changed.
    const lengthRatio = smaller / Math.max(imported.size, theirs.size)
    if (share >= SAME_ARTICLE.overlap) near.push({ id: source.id, close: share * lengthRatio })
  }
  near.sort((a, b) => b.close - a.close)
  return { equal, near: near.map(({ id }) => id) }
}

function areComparable(one: Fingerprint, other: Fingerprint): boolean {
  const [smaller, larger] = [Math.min(one.size, other.size), Math.max(one.size, other.size)]
  return smaller >= SAME_ARTICLE.fewestShingles && smaller >= SAME_ARTICLE.lengthRatio * larger
}

interface Index {
  readonly addresses: ReadonlyMap<string, string[]>
  readonly dois: ReadonlyMap<string, string[]>
  readonly titles: ReadonlyMap<string, string[]>
  readonly texts: readonly Source[]
}

/** What a source is looked up by, besides its text. */
type Signs = Readonly<Record<'address' | 'doi' | 'title', string>>

const indexes = new WeakMap<Table<Source>, Index>()
const signs = new WeakMap<Source, Signs>()
const fingerprints = new WeakMap<Source, Fingerprint>()

function fingerprintOf(source: Source): Fingerprint {
  const known = fingerprints.get(source)
  if (known) return known
  const read = fingerprint(source)
  fingerprints.set(source, read)
  return read
}

function signsOf(source: Source): Signs {
  const known = signs.get(source)
  if (known) return known
  const { url, title } = source
  const read = { address: canonicalAddress(url), doi: doiOf(source), title: canonicalTitle(title) }
  signs.set(source, read)
  return read
}

/** The sources that `sameArticle` has yet to read. */
export const unreadSources = (sources: Iterable<Source>): Source[] =>
  Array.from(sources).filter((source) => !fingerprints.has(source))

/** Reads sources for `sameArticle` beforehand: a few tenths of a millisecond for a thousand words. */
export function readSources(sources: Iterable<Source>): void {
  for (const source of sources) {
    fingerprintOf(source)
    signsOf(source)
  }
}

/** The keys that articles are looked up by, computed once for each state of the table. */
function indexOf(sources: Table<Source>): Index {
  const known = indexes.get(sources)
  if (known) return known
  const texts = [...sources.values()]
  const read = texts.map(signsOf)
  const by = (sign: keyof Signs): Map<string, string[]> => {
    const ids = new Map<string, string[]>()
    for (const [n, { id }] of texts.entries()) {
      const value = read[n]![sign]
      const others = ids.get(value)
      if (others) others.push(id)
      else if (value !== '') ids.set(value, [id])
    }
    return ids
  }
  const index = { addresses: by('address'), dois: by('doi'), titles: by('title'), texts }
  indexes.set(sources, index)
  return index
}
