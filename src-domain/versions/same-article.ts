import type { Article } from '../records/article'
import type { Project, Table } from '../document/project'
import type { Source } from '../records/source'
import { canonicalAddress, doiOf } from './addresses'
import { fingerprint, overlap, overlapOf, shingles, type Fingerprint } from './fingerprint'
import { canonicalTitle, isTelling } from './titles'

/** A source that may be the same article, and what says so. */
export interface SameArticle {
  readonly source: string
  readonly by: 'address' | 'doi' | 'text' | 'title'
}

/** Of the smaller text's shingles, the share that must be in the other. */
const ENOUGH = 0.8
/** Estimates below this are not worth counting exactly. */
const WORTH_COUNTING = 0.65
/** A text of less than half the length is an excerpt or a summary, however much of it stands in the other. */
const COMPARABLE = 0.5
/** Texts with fewer shingles are too short to be told apart by them. */
const LEAST = 10

/**
 * The sources of the project that seem to be this article, each once with the best that speaks for it: the very same
 * text, DOI, address, a text that is mostly the same, title. The best comes first: the very same text, then the others
 * whose text is mostly the same, the closest first, then those that only say that they are it. What it means is for the
 * user to say.
 */
export function sameArticle(project: Project, article: Article): readonly SameArticle[] {
  const { addresses, dois, titles, texts } = indexOf(project.sources)
  const found = new Map<string, SameArticle['by']>()
  const add = (ids: Iterable<string> | undefined, by: SameArticle['by']): void => {
    for (const id of ids ?? []) if (!found.has(id)) found.set(id, by)
  }
  const alike = textsLike(article, texts)
  add(alike.equal, 'text')
  add(dois.get(doiOf(article)), 'doi')
  add(addresses.get(canonicalAddress(article.url)), 'address')
  add(alike.near, 'text')
  const title = canonicalTitle(article.title)
  if (isTelling(title)) add(titles.get(title), 'title')
  const rank = (id: string) => {
    const place = [...alike.equal, ...alike.near].indexOf(id)
    return place < 0 ? Infinity : place
  }
  const twins = [...found].map(([source, by]) => ({ source, by, rank: rank(source) }))
  twins.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
  return twins.map(({ source, by }) => ({ source, by }))
}

/** What speaks for its being the same article, as the end of a sentence. */
export const SAME_BY: Readonly<Record<SameArticle['by'], string>> = {
  text: 'most of its words are the same',
  doi: 'it has the same DOI',
  address: 'it has the same address',
  title: 'it has the same title',
}

function textsLike(article: Article, sources: readonly Source[]): { equal: string[]; near: string[] } {
  const equal: string[] = []
  const near: { id: string; close: number }[] = []
  const mine = fingerprint(article)
  let all: Uint32Array | undefined
  for (const source of sources) {
    if (source.text === article.text) {
      equal.push(source.id)
      continue
    }
    const theirs = fingerprintOf(source)
    const [smaller, larger] = [mine.size, theirs.size].sort((a, b) => a - b)
    if (smaller! < LEAST || smaller! < COMPARABLE * larger! || overlap(mine, theirs) < WORTH_COUNTING)
      continue
    all ??= shingles(article)
    const share = overlapOf(all, shingles(source))
    // A text that is all there and half as long is not as close as one with a word changed.
    if (share >= ENOUGH) near.push({ id: source.id, close: (share * smaller!) / larger! })
  }
  near.sort((a, b) => b.close - a.close)
  return { equal, near: near.map(({ id }) => id) }
}

interface Index {
  readonly addresses: ReadonlyMap<string, string[]>
  readonly dois: ReadonlyMap<string, string[]>
  readonly titles: ReadonlyMap<string, string[]>
  readonly texts: readonly Source[]
}

const indexes = new WeakMap<Table<Source>, Index>()
const fingerprints = new WeakMap<Source, Fingerprint>()

function fingerprintOf(source: Source): Fingerprint {
  const known = fingerprints.get(source) ?? fingerprint(source)
  fingerprints.set(source, known)
  return known
}

/** What articles are looked up by, made once for each version of the table. */
function indexOf(sources: Table<Source>): Index {
  const known = indexes.get(sources)
  if (known) return known
  const texts = [...sources.values()]
  const by = (key: (source: Source) => string): Map<string, string[]> => {
    const ids = new Map<string, string[]>()
    for (const source of texts) {
      const value = key(source)
      const others = ids.get(value)
      if (others) others.push(source.id)
      else ids.set(value, [source.id])
    }
    ids.delete('')
    return ids
  }
  const index = {
    addresses: by(({ url }) => canonicalAddress(url)),
    dois: by(doiOf),
    titles: by(({ title }) => canonicalTitle(title)),
    texts,
  }
  indexes.set(sources, index)
  return index
}
