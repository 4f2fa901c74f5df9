import { AFTER_SKIP, LONGEST_SKIP, MOST_MISSES } from './thresholds'

/** Words that two texts have in common, one after the other. Indexes of words, half-open. */
export interface Passage {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
  /** How many words are the same. */
  readonly matched: number
}

/** Whether two words of `Words` are the same: without the bit for capital letters. */
const isSame = (one: number, other: number): boolean => ((one ^ other) & ~1) === 0

/** How far the two texts go on alike from a place in one direction: the words of each, and how many are the same. */
interface Reach {
  length: number
  otherLength: number
  matched: number
}

/**
 * The passage around a place where both texts have the same words.
 * @param onmatch called with the indexes of each pair of words that are the same, in no order
 */
export function extended(
  words: Int32Array,
  others: Int32Array,
  at: number,
  otherAt: number,
  onmatch?: (index: number, other: number) => void,
): Passage {
  const after = reach(words, others, at, otherAt, 1, onmatch)
  const before = reach(words, others, at - 1, otherAt - 1, -1, onmatch)
  return {
    from: at - before.length,
    to: at + after.length,
    otherFrom: otherAt - before.otherLength,
    otherTo: otherAt + after.otherLength,
    matched: before.matched + after.matched,
  }
}

/**
 * Goes along the diagonal as long as the words that differ are not too many; the end is the last word that is the same
 * and worth it (the X-drop of Altschul et al. 1990, with 1 for each match and −1 for each miss). Where the diagonal ends,
 * it tries others close to it: one text may have a few words more.
 */
function reach(
  words: Int32Array,
  others: Int32Array,
  at: number,
  otherAt: number,
  step: 1 | -1,
  onmatch?: (index: number, other: number) => void,
): Reach {
  const best: Reach = { length: 0, otherLength: 0, matched: 0 }
  let [i, j] = [at, otherAt]
  for (;;) {
    let score = 0
    let highest = 0
    let matched = 0
    let told = best.length
    while (i >= 0 && j >= 0 && i < words.length && j < others.length) {
      if (isSame(words[i]!, others[j]!)) {
        matched++
        if (++score > highest) {
          highest = score
          best.length = Math.abs(i - at) + 1
          best.otherLength = Math.abs(j - otherAt) + 1
          best.matched += matched
          matched = 0
        }
      } else if (--score < highest - MOST_MISSES) break
      i += step
      j += step
    }
    if (onmatch) {
      const shift = best.otherLength - best.length
      for (; told < best.length; told++) {
        const [one, other] = [at + step * told, otherAt + step * (told + shift)]
        if (told + shift >= 0 && isSame(words[one] ?? 1, others[other] ?? 2)) onmatch(one, other)
      }
    }
    const skip = skipAfter(words, others, at + step * best.length, otherAt + step * best.otherLength, step)
    if (!skip) return best
    i = at + step * (best.length + skip[0])
    j = otherAt + step * (best.otherLength + skip[1])
  }
}

/** How many words of each text to leave out so that both go on with the same words; the fewest. */
function skipAfter(
  words: Int32Array,
  others: Int32Array,
  at: number,
  otherAt: number,
  step: 1 | -1,
): readonly [number, number] | undefined {
  for (const skip of SKIPS) {
    const [i, j] = [at + step * skip[0], otherAt + step * skip[1]]
    let run = 0
    while (run < AFTER_SKIP) {
      const word = words[i + step * run]
      const other = others[j + step * run]
      if (word === undefined || other === undefined || !isSame(word, other)) break
      run++
    }
    if (run === AFTER_SKIP) return skip
  }
  return undefined
}

const SKIPS = Array.from({ length: (LONGEST_SKIP + 1) ** 2 }, (_none, index) => {
  const one = Math.floor(index / (LONGEST_SKIP + 1))
  return [one, index % (LONGEST_SKIP + 1)] as const
})
  .filter(([one, other]) => one + other > 0 && one + other <= LONGEST_SKIP)
  .sort((a, b) => a[0] + a[1] - (b[0] + b[1]))
