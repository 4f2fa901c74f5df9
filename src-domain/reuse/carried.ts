import { extended, type Passage } from './extend'
import type { ShinglePlaces } from './shingles'
import { LEAST_CARRIED, LEAST_CARRIED_RUN, OWN_WORDS_AFTER } from './thresholds'

/** A passage that two articles have among many others. */
interface Carried {
  readonly one: number
  readonly other: number
  readonly passage: Passage
}

/** How many articles with a shingle each other one is compared with, and how many are looked at to find them. */
const LEADERS = 3
const LOOKED_AT = 100

const CROWDED = 1
const MIDDLE = 2

/**
 * Finds paragraphs that too many articles have to compare every two, such as one of a news agency: each fresh article is
 * paired with one other for each of them. A phrase is shorter. What an outlet puts below its articles is at their ends,
 * and what it puts between their paragraphs is in articles of that outlet alone.
 * @param groups the shingles that many articles have
 * @param outlets who published each article; empty if it is not known
 */
export function carriedPassages(
  groups: readonly ShinglePlaces[],
  articles: readonly Int32Array[],
  isFresh: readonly boolean[],
  outlets: readonly string[],
): Carried[] {
  const marks = marked(groups, articles, isFresh)
  return groups.flatMap((group) => {
    const found: Carried[] = []
    for (let index = 0; index < group.size; index++) {
      const n = group.article(index)
      if (marks[n]?.[group.at(index)] !== MIDDLE) continue
      for (const leader of leadersOf(group, n, outlets)) {
        const m = group.article(leader)
        const [one, other, at, otherAt] =
          n < m ? [n, m, group.at(index), group.at(leader)] : [m, n, group.at(leader), group.at(index)]
        const passage = extended(articles[one]!, articles[other]!, at, otherAt)
        if (!isCarried(passage, articles[one]!, articles[other]!)) continue
        found.push({ one, other, passage })
        break
      }
    }
    return found
  })
}

/** The places of crowded shingles in each fresh article, with the middles of long runs of them. */
function marked(
  groups: readonly ShinglePlaces[],
  articles: readonly Int32Array[],
  isFresh: readonly boolean[],
): (Uint8Array | undefined)[] {
  const marks: (Uint8Array | undefined)[] = articles.map(() => undefined)
  for (const { size, article, at } of groups)
    for (let index = 0; index < size; index++) {
      const n = article(index)
      if (isFresh[n]) (marks[n] ??= new Uint8Array(articles[n]!.length))[at(index)] = CROWDED
    }
  for (const places of marks) {
    if (!places) continue
    for (let at = 0; at < places.length; at++) {
      const from = at
      while (places[at] === CROWDED) at++
      if (at - from >= LEAST_CARRIED_RUN) places[(from + at) >> 1] = MIDDLE
    }
  }
  return marks
}

/** The first places of a shingle in articles of other outlets than that of an article. */
function leadersOf({ size, article }: ShinglePlaces, n: number, outlets: readonly string[]): number[] {
  const leaders: number[] = []
  let last = n
  for (let index = 0; index < Math.min(size, LOOKED_AT) && leaders.length < LEADERS; index++) {
    const m = article(index)
    if (m === n || m === last || (outlets[m] === outlets[n] && outlets[m] !== '')) continue
    leaders.push(index)
    last = m
  }
  return leaders
}

const isCarried = ({ to, otherTo, matched }: Passage, words: Int32Array, others: Int32Array): boolean =>
  matched >= LEAST_CARRIED &&
  words.length - to >= OWN_WORDS_AFTER &&
  others.length - otherTo >= OWN_WORDS_AFTER
