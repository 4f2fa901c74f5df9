import type { Claim } from '../records/claim'

/** From this likeness on, two wordings may be one claim. */
const LIKE = 0.5
/** Fewer letters than this say too little to compare. */
const LEAST = 4

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word.length > 2) ?? [],
  )

/**
 * Claims that may be the one being typed: those that share many of its words, by Dice's coefficient; while a wording is
 * short, also those that have all of them, the last one perhaps half typed. The likest first.
 */
export function similarClaims(claims: Iterable<Claim>, typed: string, most = 3): Claim[] {
  const words = wordsOf(typed)
  if (typed.trim().length < LEAST || words.size === 0) return []
  const last = /[\p{L}\p{N}]+$/u.exec(typed.toLowerCase())?.[0]
  const scored: { claim: Claim; score: number }[] = []
  for (const claim of claims) {
    const others = wordsOf(claim.text)
    let shared = 0
    for (const word of words) {
      if (others.has(word) || (word === last && [...others].some((each) => each.startsWith(word)))) shared++
    }
    const score = (2 * shared) / (words.size + others.size)
    if (score >= LIKE || (shared === words.size && words.size > 1)) scored.push({ claim, score })
  }
  return scored
    .sort((a, b) => b.score - a.score || a.claim.id.localeCompare(b.claim.id))
    .slice(0, most)
    .map(({ claim }) => claim)
}
