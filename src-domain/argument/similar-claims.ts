import type { Claim } from '../records/claim'

/** Two wordings with at least this Dice coefficient may be the same claim. */
const SIMILARITY = 0.5
/** Texts shorter than this many UTF-16 units are not compared: too many claims would match. */
const SHORTEST = 4

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word.length > 2) ?? [],
  )

/**
 * Existing claims that may be the one being typed, most similar first. A claim matches if it shares many words with the
 * typed text (Dice coefficient), or if it has all of two or more typed words. The last word may be half typed.
 */
export function similarClaims(claims: Iterable<Claim>, typed: string, most = 3): Claim[] {
  const words = wordsOf(typed)
  if (typed.trim().length < SHORTEST || words.size === 0) return []
  const last = /[\p{L}\p{N}]+$/u.exec(typed.toLowerCase())?.[0]
  const scored: { claim: Claim; score: number }[] = []
  for (const claim of claims) {
    const others = wordsOf(claim.text)
    let shared = 0
    for (const word of words) {
      if (others.has(word) || (word === last && [...others].some((each) => each.startsWith(word)))) shared++
    }
    const score = (2 * shared) / (words.size + others.size)
    if (score >= SIMILARITY || (shared === words.size && words.size > 1)) scored.push({ claim, score })
  }
  return scored
    .sort((a, b) => b.score - a.score || a.claim.id.localeCompare(b.claim.id))
    .slice(0, most)
    .map(({ claim }) => claim)
}
