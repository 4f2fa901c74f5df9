import { LOOK_UP } from './thresholds'

// The number of a note directly follows a word or mark and is not part of the quoted words.
const NOTE_NUMBERS = /(?:\d{1,3}|\[\d{1,3}\])(?=\s|$)/g
const BEFORE_NOTE = /[\p{L}.,;”"’'\])]/u
// Without a `+`: a repeated class overflows the stack on megabytes of such characters.
const NO_LETTERS = /[^\p{L}\p{N}]/gu
/** A power of two, so that a mask finds the bucket. One megabyte; few keys share a bucket. */
const BUCKETS = 1 << 20

/** Only the letters and digits of a text, in small letters: line breaks, spaces and marks do not change them. */
export function lettersOf(text: string): string {
  const withoutNotes = text.replace(NOTE_NUMBERS, (number, at: number) =>
    BEFORE_NOTE.test(text.charAt(at - 1)) ? '' : number,
  )
  return withoutNotes.replace(NO_LETTERS, '').toLowerCase()
}

/**
 * Finds the first places of each key in `letters`. A key has `LOOK_UP.keyLength` letters. One pass with a rolling hash
 * (Karp and Rabin 1987), so that megabytes of text with many keys take seconds.
 */
export function findKeys(letters: string, keys: Iterable<string>): Map<string, number[]> {
  const places = new Map<string, number[]>()
  const buckets = new Uint8Array(BUCKETS)
  for (const key of keys) {
    places.set(key, [])
    buckets[hashOf(key) & (BUCKETS - 1)] = 1
  }
  if (places.size === 0 || letters.length < LOOK_UP.keyLength) return places
  let hash = hashOf(letters.slice(0, LOOK_UP.keyLength))
  for (let start = 0; ; start += 1) {
    if (buckets[hash & (BUCKETS - 1)] === 1) {
      const found = places.get(letters.slice(start, start + LOOK_UP.keyLength))
      if (found && found.length < LOOK_UP.mostPlaces) found.push(start)
    }
    if (start + LOOK_UP.keyLength >= letters.length) return places
    const leaving = Math.imul(letters.charCodeAt(start), TOP_FACTOR)
    hash = (Math.imul(hash - leaving, FACTOR) + letters.charCodeAt(start + LOOK_UP.keyLength)) | 0
  }
}

/** The multiplier of sdbm's string hash. */
const FACTOR = 65599
/** What the first letter of a key has been multiplied by: the factor to the power of the key's length less one. */
const TOP_FACTOR = Array.from({ length: LOOK_UP.keyLength - 1 }).reduce<number>(
  (power) => Math.imul(power, FACTOR),
  1,
)

function hashOf(key: string): number {
  let hash = 0
  for (let index = 0; index < key.length; index += 1) {
    hash = (Math.imul(hash, FACTOR) + key.charCodeAt(index)) | 0
  }
  return hash
}

/** The index of the passage that holds a place, given where passages start, in rising order. */
export function passageAt(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle
  }
  return low
}
