import { Places, shingleAt, shinglesOf, Sieve } from './shingles'
import { SHINGLE } from './thresholds'

/** Words of the samples that are looked at first in articles that are known already. */
const SAMPLE = 3
/** The distance of samples: every shingle has one of them whole. */
const STEP = SHINGLE - SAMPLE + 1

/** The places of the shingles that two articles have, one of them fresh. There may be a few too many. */
export function sharedShingles(articles: readonly Int32Array[], isFresh: readonly boolean[]): Places {
  const fresh = articles.filter((_words, n) => isFresh[n])
  const count = fresh.reduce((sum, { length }) => sum + length, 0)
  const hashes = new Uint32Array(fresh.reduce((most, { length }) => Math.max(most, length), 0))
  const [inFresh, shared, samples] = [new Sieve(count), new Sieve(count), new Sieve(count)]
  for (const words of fresh) {
    const last = shinglesOf(words, SHINGLE, hashes)
    // First look, then add: what an article repeats is not shared.
    for (let at = 0; at < last; at++) if (inFresh.has(hashes[at]!)) shared.add(hashes[at]!)
    for (let at = 0; at < last; at++) inFresh.add(hashes[at]!)
  }
  const places = new Places()
  if (fresh.length < articles.length) {
    for (const words of fresh) {
      const last = shinglesOf(words, SAMPLE, hashes)
      for (let at = 0; at < last; at++) samples.add(hashes[at]!)
    }
    for (const [n, words] of articles.entries()) {
      if (isFresh[n]) continue
      for (const at of placesIn(words, samples)) {
        const hash = shingleAt(words, at, SHINGLE)
        if (!inFresh.has(hash)) continue
        shared.add(hash)
        places.add(hash, n, at)
      }
    }
  }
  for (const [n, words] of articles.entries()) {
    if (!isFresh[n]) continue
    const last = shinglesOf(words, SHINGLE, hashes)
    for (let at = 0; at < last; at++) if (shared.has(hashes[at]!)) places.add(hashes[at]!, n, at)
  }
  return places
}

/**
 * The places of shingles around those samples of an article that are in a set. Looking at a third of the places is what
 * makes a new article cheap among thousands.
 */
function placesIn(words: Int32Array, samples: Sieve): number[] {
  const places: number[] = []
  const last = words.length - SHINGLE
  let next = 0
  for (let at = 0; at + SAMPLE <= words.length; at += STEP) {
    if (!samples.has(shingleAt(words, at, SAMPLE))) continue
    next = Math.max(next, at - STEP + 1)
    for (; next <= Math.min(at, last); next++) places.push(next)
  }
  return places
}
