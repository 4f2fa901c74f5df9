import type { TextSpan } from '../text/text-span'
import type { Effort } from './effort'
import { ANCHORING } from './thresholds'

/** Steps for a pair of words. Two lists of 2000 words take a millisecond. */
const STEPS_PER_PAIR = 0.25

/**
 * The text without the white space around it, if it is the quote with some words changed; undefined when too few words
 * are left, or the effort is spent. Words are compared by their longest common subsequence (Wagner and Fischer 1974).
 */
export function closest(text: string, quote: string, effort?: Effort): TextSpan | undefined {
  const there = text.match(/\S+/g) ?? []
  const wanted = quote.match(/\S+/g) ?? []
  const longer = Math.max(there.length, wanted.length)
  if (longer > ANCHORING.mostWords || there.length === 0) return undefined
  effort?.spend(text.length + quote.length + there.length * wanted.length * STEPS_PER_PAIR)
  if (effort?.isSpent) return undefined
  if (commonWords(there, wanted) / longer < ANCHORING.keptShare) return undefined
  const start = text.length - text.trimStart().length
  return { start, end: text.trimEnd().length }
}

/**
 * The length of the longest common subsequence of two lists of words, with one bit for each word of `b` (Hyyrö 2004): two
 * lists of 2000 words take a millisecond, so that a file with many lost passages does not hold up its opening. A bit is 0
 * where the length grows by one.
 */
function commonWords(a: readonly string[], b: readonly string[]): number {
  const places = new Map<string, bigint>()
  for (const [at, word] of b.entries()) places.set(word, (places.get(word) ?? 0n) | (1n << BigInt(at)))
  const all = (1n << BigInt(b.length)) - 1n
  let row = all
  for (const word of a) {
    const met = row & (places.get(word) ?? 0n)
    row = ((row + met) | (row ^ met)) & all
  }
  let length = b.length
  for (let rest = row; rest > 0n; rest &= rest - 1n) length--
  return length
}
