import { extended, type Passage } from './extend'
import { Places, shinglesOf, Sieve } from './shingles'
import { isLight } from './words'
import {
  LEAST_TELLING,
  LEAST_WORDS,
  MOST_ARTICLES,
  MOST_PLACES,
  NO_PHRASE,
  RARE_IN,
  RARE_SHARE,
  SHINGLE,
  SHORT_SHINGLE,
} from './thresholds'

/** Two articles with the passages that they share, in the order of the first. */
export interface SharedText {
  readonly one: string
  readonly other: string
  readonly passages: readonly Passage[]
}

/** The hashes of the words of each article (`Words`), by its id. */
export type Corpus = ReadonlyMap<string, Int32Array>

interface Pair {
  readonly one: number
  readonly other: number
  passages: Passage[]
}

/**
 * The pairs of articles that share text, of which one at least is fresh. Their shingles are compared by hashes; places
 * with the same shingle are extended to passages (seed and extend, as in Schleimer et al. 2003 and Altschul et al. 1990).
 * It goes through all words, but keeps places of shared shingles only, so that no index is needed.
 * @param fresh the ids of the articles to compare with all; all of `corpus` if absent
 */
export function findSharedText(corpus: Corpus, fresh: Iterable<string> = corpus.keys()): SharedText[] {
  const ids = [...corpus.keys()]
  const articles = [...corpus.values()]
  const wanted = new Set(fresh)
  const isFresh = ids.map((id) => wanted.has(id))
  const pairs = new Map<number, Pair>()
  sharedShingles(articles, isFresh).grouped((where, at) => {
    if (new Set(where).size > MOST_ARTICLES) return
    for (const [x, y] of seedsOf(where, isFresh)) {
      const [one, other, from, otherFrom] = [where[x]!, where[y]!, at[x]!, at[y]!]
      const key = one * articles.length + other
      const known = pairs.get(key)
      if (known?.passages.some((passage) => isIn(passage, from, otherFrom))) continue
      const passage = extended(articles[one]!, articles[other]!, from, otherFrom)
      if (!isLongEnough(articles[one]!, passage)) continue
      if (known) known.passages.push(passage)
      else pairs.set(key, { one, other, passages: [passage] })
    }
  })
  const isRare = rareIn(articles, pairs.values())
  return [...pairs.values()].flatMap((pair) => {
    const [words, others] = [articles[pair.one]!, articles[pair.other]!]
    const hasRare = ({ from, to }: Passage) => words.subarray(from, to).some(isRare)
    if (!pair.passages.some(hasRare)) return []
    const more = shorterPassages(words, others, pair.passages).filter(hasRare)
    const passages = apart([...pair.passages.filter(hasRare), ...more])
    return [{ one: ids[pair.one]!, other: ids[pair.other]!, passages }]
  })
}

/** The places of the shingles that two articles have, one of them fresh. There may be a few too many. */
function sharedShingles(articles: readonly Int32Array[], isFresh: readonly boolean[]): Places {
  const fresh = articles.filter((_words, n) => isFresh[n])
  const count = fresh.reduce((sum, { length }) => sum + length, 0)
  const hashes = new Uint32Array(articles.reduce((most, { length }) => Math.max(most, length), 0))
  const [inFresh, shared] = [new Sieve(count), new Sieve(count)]
  for (const words of fresh) {
    const last = shinglesOf(words, SHINGLE, hashes)
    // First look, then add: what an article repeats is not shared.
    for (let at = 0; at < last; at++) if (inFresh.has(hashes[at]!)) shared.add(hashes[at]!)
    for (let at = 0; at < last; at++) inFresh.add(hashes[at]!)
  }
  const places = new Places()
  for (const [n, words] of articles.entries()) {
    if (isFresh[n]) continue
    const last = shinglesOf(words, SHINGLE, hashes)
    for (let at = 0; at < last; at++) {
      if (!inFresh.has(hashes[at]!)) continue
      shared.add(hashes[at]!)
      places.add(hashes[at]!, n, at)
    }
  }
  for (const [n, words] of articles.entries()) {
    if (!isFresh[n]) continue
    const last = shinglesOf(words, SHINGLE, hashes)
    for (let at = 0; at < last; at++) if (shared.has(hashes[at]!)) places.add(hashes[at]!, n, at)
  }
  return places
}

/** The indexes of two places of a shingle in different articles, for each two of which one is fresh. */
function* seedsOf(where: readonly number[], isFresh: readonly boolean[]): Iterable<[number, number]> {
  const kept = where.flatMap((article, index) => (where[index - MOST_PLACES] === article ? [] : [index]))
  for (const x of kept)
    for (const y of kept)
      if (where[x]! < where[y]! && (isFresh[where[x]!] || isFresh[where[y]!])) yield [x, y]
}

const isIn = ({ from, to, otherFrom, otherTo }: Passage, at: number, otherAt: number): boolean =>
  from <= at && at < to && otherFrom <= otherAt && otherAt < otherTo

/** Whether a passage has enough words in common, and enough of them that tell something. */
function isLongEnough(words: Int32Array, { from, to, matched }: Passage): boolean {
  if (matched < LEAST_WORDS) return false
  if (matched >= NO_PHRASE) return true
  let telling = 0
  for (let at = from; at < to && telling < LEAST_TELLING; at++) if (!isLight(words[at]!)) telling++
  return telling >= LEAST_TELLING
}

/** Finds the words of passages that are in few articles. */
function rareIn(articles: readonly Int32Array[], pairs: Iterable<Pair>): (word: number) => boolean {
  const counts = new Map<number, number>()
  for (const { one, passages } of pairs)
    for (const { from, to } of passages)
      for (const word of articles[one]!.subarray(from, to)) counts.set(word >> 1, 0)
  const sieve = new Sieve(counts.size)
  for (const word of counts.keys()) sieve.add(spread(word))
  const seenIn = new Map<number, number>()
  for (const [n, words] of articles.entries()) {
    if (counts.size === 0) break
    for (let at = 0; at < words.length; at++) {
      const word = words[at]! >> 1
      if (!sieve.has(spread(word))) continue
      const count = counts.get(word)
      if (count === undefined || seenIn.get(word) === n) continue
      seenIn.set(word, n)
      counts.set(word, count + 1)
    }
  }
  const most = Math.max(RARE_IN, articles.length * RARE_SHARE)
  return (word) => !isLight(word) && (counts.get(word >> 1) ?? 0) <= most
}

const spread = (word: number): number => Math.imul(word, 0x9e3779b1) >>> 4

/** Further passages of two articles that are known to share one, found by shorter shingles. */
function shorterPassages(words: Int32Array, others: Int32Array, known: readonly Passage[]): Passage[] {
  const at = new Map<number, number[]>()
  const hashes = new Uint32Array(Math.max(words.length, others.length))
  for (let i = 0, last = shinglesOf(words, SHORT_SHINGLE, hashes); i < last; i++) {
    const places = at.get(hashes[i]!)
    if (!places) at.set(hashes[i]!, [i])
    else if (places.length < MOST_PLACES) places.push(i)
  }
  const found: Passage[] = []
  for (let j = 0, last = shinglesOf(others, SHORT_SHINGLE, hashes); j < last; j++) {
    for (const i of at.get(hashes[j]!) ?? []) {
      if (known.some((passage) => isIn(passage, i, j)) || found.some((passage) => isIn(passage, i, j)))
        continue
      const passage = extended(words, others, i, j)
      if (isLongEnough(words, passage)) found.push(passage)
    }
  }
  return found
}

/** Passages without those that overlap a longer one in either article, in the order of the first. */
function apart(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = []
  for (const each of passages.toSorted((a, b) => b.matched - a.matched)) {
    const isFree = kept.every(
      (other) =>
        (each.to <= other.from || each.from >= other.to) &&
        (each.otherTo <= other.otherFrom || each.otherFrom >= other.otherTo),
    )
    if (isFree) kept.push(each)
  }
  return kept.sort((a, b) => a.from - b.from)
}
