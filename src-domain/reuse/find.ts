import { extended, type Passage } from './extend'
import { carriedPassages } from './carried'
import { Copies } from './copies'
import { sharedShingles } from './shared-shingles'
import { shinglesOf, type ShinglePlaces } from './shingles'
import {
  COPIED_SHARE,
  LEAST_COPIED,
  LEAST_TELLING,
  LEAST_WORDS,
  MOST_ARTICLES,
  MOST_PLACES,
  NO_PHRASE,
  RARE_IN,
  RARE_SHARE,
  SHORT_SHINGLE,
} from './thresholds'
import { WordCounts } from './word-counts'
import { isLight } from './words'

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
  /** Passages that count if they have a rare word. */
  readonly passages: Passage[]
  /** Passages that count although many articles have them. */
  readonly carried: Passage[]
}

/**
 * The pairs of articles that share text, of which one at least is fresh. Their shingles are compared by hashes; places
 * with the same shingle are extended to passages (seed and extend, as in Schleimer et al. 2003 and Altschul et al. 1990).
 * It goes through all words, but keeps places of shared shingles only, so that no index is needed. Of a text that more
 * than 20 articles have, whole copies and paragraphs are found, and each article is paired with one other.
 * @param fresh the ids of the articles to compare with all; all of `corpus` if absent
 * @param counts the words of all articles of `corpus`, if they are counted already
 * @param outlets who published the articles, as far as it is known
 */
export function findSharedText(
  corpus: Corpus,
  fresh: Iterable<string> = corpus.keys(),
  counts = wordCounts(corpus),
  outlets: ReadonlyMap<string, string> = new Map(),
): SharedText[] {
  const ids = [...corpus.keys()]
  const articles = [...corpus.values()]
  const wanted = new Set(fresh)
  const isFresh = ids.map((id) => wanted.has(id))
  const pairs = new Map<number, Pair>()
  const pairOf = (one: number, other: number): Pair => {
    const key = one * articles.length + other
    const pair = pairs.get(key) ?? { one, other, passages: [], carried: [] }
    pairs.set(key, pair)
    return pair
  }
  const crowded: ShinglePlaces[] = []
  const copies = new Copies(articles, isFresh)
  for (const group of sharedShingles(articles, isFresh).groups()) {
    if (isPhrase(group)) {
      crowded.push(group)
      copies.add(group)
      continue
    }
    for (const [x, y] of seedsOf(group, isFresh)) {
      const [one, other, from, otherFrom] = [group.article(x), group.article(y), group.at(x), group.at(y)]
      const known = pairs.get(one * articles.length + other)
      if (known?.passages.some((passage) => isIn(passage, from, otherFrom))) continue
      const passage = extended(articles[one]!, articles[other]!, from, otherFrom)
      if (!isLongEnough(articles[one]!, passage)) continue
      pairOf(one, other).passages.push(passage)
    }
  }
  for (const { one, other, at, otherAt } of copies.candidates()) {
    const passages = copiedPassages(articles[one]!, articles[other]!, at, otherAt)
    if (passages) pairOf(one, other).carried.push(...passages)
  }
  const published = ids.map((id) => outlets.get(id) ?? '')
  for (const { one, other, passage } of carriedPassages(crowded, articles, isFresh, published))
    pairOf(one, other).carried.push(passage)
  const most = Math.max(RARE_IN, articles.length * RARE_SHARE)
  const isRare = (word: number) => !isLight(word) && counts.of(word) <= most
  return [...pairs.values()].flatMap((pair) => {
    const [words, others] = [articles[pair.one]!, articles[pair.other]!]
    const hasRare = ({ from, to }: Passage) => words.subarray(from, to).some(isRare)
    const found = [...pair.carried, ...pair.passages.filter(hasRare)]
    if (found.length === 0) return []
    const more = shorterPassages(words, others, [...pair.carried, ...pair.passages]).filter(hasRare)
    return [{ one: ids[pair.one]!, other: ids[pair.other]!, passages: apart([...found, ...more]) }]
  })
}

function wordCounts(corpus: Corpus): WordCounts {
  const counts = new WordCounts()
  for (const words of corpus.values()) counts.add(words)
  return counts
}

/** Whether a shingle is in so many articles that it is a phrase, or a text that many carry. */
function isPhrase({ size, article }: ShinglePlaces): boolean {
  if (size <= MOST_ARTICLES) return false
  const seen = new Set<number>()
  for (let index = 0; index < size && seen.size <= MOST_ARTICLES; index++) seen.add(article(index))
  return seen.size > MOST_ARTICLES
}

/** What two articles share around a place and elsewhere; undefined if it is less than a copy. */
function copiedPassages(
  words: Int32Array,
  others: Int32Array,
  at: number,
  otherAt: number,
): Passage[] | undefined {
  const first = extended(words, others, at, otherAt)
  const passages = apart([first, ...shorterPassages(words, others, [first])])
  const matched = passages.reduce((sum, passage) => sum + passage.matched, 0)
  const isCopy = matched >= Math.max(LEAST_COPIED, COPIED_SHARE * Math.min(words.length, others.length))
  return isCopy ? passages : undefined
}

/** The indexes of two places of a shingle in different articles, for each two of which one is fresh. */
function* seedsOf({ size, article }: ShinglePlaces, isFresh: readonly boolean[]): Iterable<[number, number]> {
  const kept: number[] = []
  for (let index = 0; index < size; index++)
    if (index < MOST_PLACES || article(index - MOST_PLACES) !== article(index)) kept.push(index)
  for (const x of kept)
    for (const y of kept) {
      const [one, other] = [article(x), article(y)]
      if (one < other && (isFresh[one] || isFresh[other])) yield [x, y]
    }
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
