/** Length of the stretch of letters by which a place in the document is looked up. */
export const KEY_LENGTH = 24

// A note's number hangs on to the word or mark before it, and is no part of the words that are quoted.
const NOTE_NUMBERS = /(?:\d{1,3}|\[\d{1,3}\])(?=\s|$)/g
const BEFORE_NOTE = /[\p{L}.,;”"’'\])]/u
// One at a time: a repeated class overflows the stack on megabytes of it.
const NO_LETTERS = /[^\p{L}\p{N}]/gu
const BUCKETS = 1 << 20

/** Letters and digits of a text, small and run together: what stays the same however its lines are broken. */
export function lettersOf(text: string): string {
  const withoutNotes = text.replace(NOTE_NUMBERS, (number, at: number) =>
    BEFORE_NOTE.test(text.charAt(at - 1)) ? '' : number,
  )
  return withoutNotes.replace(NO_LETTERS, '').toLowerCase()
}

/**
 * Finds where the given stretches of `KEY_LENGTH` letters stand in `letters`, the first `limit` places of each. One
 * pass over the letters with a rolling hash, so that megabytes of text with many stretches take seconds.
 */
export function findStretches(
  letters: string,
  stretches: Iterable<string>,
  limit = 8,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  const buckets = new Uint8Array(BUCKETS)
  for (const stretch of stretches) {
    places.set(stretch, [])
    buckets[hashOf(stretch) & (BUCKETS - 1)] = 1
  }
  if (places.size === 0 || letters.length < KEY_LENGTH) return places
  let hash = hashOf(letters.slice(0, KEY_LENGTH))
  for (let start = 0; ; start += 1) {
    if (buckets[hash & (BUCKETS - 1)] === 1) {
      const found = places.get(letters.slice(start, start + KEY_LENGTH))
      if (found && found.length < limit) found.push(start)
    }
    if (start + KEY_LENGTH >= letters.length) return places
    const leaving = Math.imul(letters.charCodeAt(start), TOP_FACTOR)
    hash = (Math.imul(hash - leaving, FACTOR) + letters.charCodeAt(start + KEY_LENGTH)) | 0
  }
}

const FACTOR = 65599
const TOP_FACTOR = Array.from({ length: KEY_LENGTH - 1 }).reduce<number>(
  (power) => Math.imul(power, FACTOR),
  1,
)

function hashOf(stretch: string): number {
  let hash = 0
  for (let index = 0; index < stretch.length; index += 1) {
    hash = (Math.imul(hash, FACTOR) + stretch.charCodeAt(index)) | 0
  }
  return hash
}

/** Which of the stretches that begin at `starts`, in rising order, holds a place. */
export function stretchAt(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle
  }
  return low
}
