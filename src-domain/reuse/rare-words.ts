import type { Passage } from './extend'
import { Sieve } from './shingles'
import { RARE_IN, RARE_SHARE } from './thresholds'
import { isLight } from './words'

/**
 * Finds the words of passages that are in few articles. Short words, names and numbers are never rare.
 * @param passages of these articles, each with the words that it is a part of
 */
export function rareWords(
  articles: readonly Int32Array[],
  passages: Iterable<readonly [Int32Array, Passage]>,
): (word: number) => boolean {
  const counts = new Map<number, number>()
  for (const [words, { from, to }] of passages)
    for (const word of words.subarray(from, to)) if (!isLight(word)) counts.set(word >> 1, 0)
  const most = Math.max(RARE_IN, articles.length * RARE_SHARE)
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
      // A word that is in too many articles is counted no longer.
      if (count + 1 > most) counts.delete(word)
      else counts.set(word, count + 1)
    }
  }
  return (word) => !isLight(word) && counts.has(word >> 1)
}

const spread = (word: number): number => Math.imul(word, 0x9e3779b1) >>> 4
