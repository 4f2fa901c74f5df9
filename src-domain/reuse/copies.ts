import type { ShinglePlaces } from './shingles'
import { COPIED_SHARE, SHINGLE } from './thresholds'

/** Two articles that may be copies as wholes, with a place where both have the same words. */
interface CopyCandidate {
  readonly one: number
  readonly other: number
  readonly at: number
  readonly otherAt: number
}

/** How many articles of a shingle each other one is compared with. The first alone may quote no more than a sentence. */
const LEADERS = 3

/**
 * Finds copies among the shingles that are in too many articles to be more than a phrase. A phrase is a small part of an
 * article, but of a report that thirty outlets carry, most of each article is in thirty. Each copy is paired with one
 * other, so that their number does not square.
 */
export class Copies {
  readonly #groups: ShinglePlaces[] = []
  readonly #crowded: Uint32Array

  constructor(
    private readonly articles: readonly Int32Array[],
    private readonly isFresh: readonly boolean[],
  ) {
    this.#crowded = new Uint32Array(articles.length)
  }

  /** Takes in a shingle that many articles have. */
  add(group: ShinglePlaces): void {
    this.#groups.push(group)
    for (let index = 0; index < group.size; index++) this.#crowded[group.article(index)]!++
  }

  /** The pairs that may be copies, one of them fresh. */
  candidates(): CopyCandidate[] {
    const votes = new Map<number, CopyCandidate & { count: number }>()
    const count = this.articles.length
    for (const { size, article, at } of this.#groups) {
      const places = firstPlaces(size, article)
      // A new copy is paired itself, so the others need not be paired with it.
      const fresh = places
        .filter((index) => this.isFresh[article(index)] && !this.#isMostlyCrowded(article(index)))
        .slice(0, LEADERS)
      const first = places.slice(0, LEADERS + 1)
      for (const index of places) {
        const n = article(index)
        if (!this.#isMostlyCrowded(n)) continue
        for (const leader of this.isFresh[n] ? first : fresh) {
          const m = article(leader)
          if (m === n) continue
          const key = n * count + m
          const known = votes.get(key)
          if (known) known.count++
          else votes.set(key, { one: n, other: m, at: at(index), otherAt: at(leader), count: 1 })
        }
      }
    }
    const best = new Map<number, CopyCandidate & { count: number }>()
    for (const vote of votes.values()) {
      const { one, other, count: own } = vote
      if (own < COPIED_SHARE * Math.min(this.#shingles(one), this.#shingles(other))) continue
      const known = best.get(one)
      if (!known || own > known.count || (own === known.count && other < known.other)) best.set(one, vote)
    }
    return [...best.values()].map(inOrder)
  }

  #shingles(n: number): number {
    return this.articles[n]!.length - SHINGLE + 1
  }

  #isMostlyCrowded(n: number): boolean {
    return this.#crowded[n]! >= COPIED_SHARE * this.#shingles(n)
  }
}

/** The indexes of the first place in each article. Articles come one after the other, the fresh ones last. */
function firstPlaces(size: number, article: (index: number) => number): number[] {
  const places: number[] = []
  for (let index = 0; index < size; index++)
    if (index === 0 || article(index) !== article(index - 1)) places.push(index)
  return places
}

const inOrder = ({ one, other, at, otherAt }: CopyCandidate): CopyCandidate =>
  one < other ? { one, other, at, otherAt } : { one: other, other: one, at: otherAt, otherAt: at }
