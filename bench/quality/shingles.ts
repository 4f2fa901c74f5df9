/** Words in a row that are compared. */
const LENGTH = 4

/** True and false positives and false negatives of a text, as shares that add up to 1. */
export interface Match {
  readonly right: number
  readonly extra: number
  readonly missed: number
}

/**
 * Compares sequences of four words, each as often as it occurs, as the public benchmark of article extraction by
 * Scrapinghub does. A long text counts no more than a short one.
 */
export function shingleMatch(known: string, read: string): Match {
  const [wanted, found] = [shingles(known), shingles(read)]
  let [right, extra, missed] = [0, 0, 0]
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [w, f] = [wanted.get(key) ?? 0, found.get(key) ?? 0]
    right += Math.min(w, f)
    extra += Math.max(0, f - w)
    missed += Math.max(0, w - f)
  }
  const all = right + extra + missed || 1
  return { right: right / all, extra: extra / all, missed: missed / all }
}

/** F1 of all texts together, in per cent. */
export function f1(matches: readonly Match[]): number {
  const sum = (of: (match: Match) => number) => matches.reduce((total, match) => total + of(match), 0)
  const [right, extra, missed] = [sum((m) => m.right), sum((m) => m.extra), sum((m) => m.missed)]
  return right === 0 ? 0 : (200 * right) / (2 * right + extra + missed)
}

/** How often each sequence of words occurs. A text of fewer words is one sequence. */
export function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  const last = Math.max(words.length > 0 ? 1 : 0, words.length - LENGTH + 1)
  for (let at = 0; at < last; at++) {
    const key = words.slice(at, at + LENGTH).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
