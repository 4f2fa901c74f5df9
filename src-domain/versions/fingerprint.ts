import type { Source } from '../records/source'

/** What a text is compared by: a sample of its shingles, in order, and how thin the sample is. */
export interface Fingerprint {
  /** Every `2 ** level`th shingle was kept, by its hash and not by its place. */
  readonly level: number
  readonly sample: Uint32Array
  /** How many different shingles the text has. */
  readonly size: number
}

type Text = Pick<Source, 'text' | 'blocks'>

/** Words in one shingle. */
const SHINGLE = 5
/** A sample has at least this many shingles, where the text has them; an estimate from it is right to some 3 %. */
const SAMPLE = 256
// Chinese, Japanese and Thai stand without spaces: each sign counts as a word.
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu

/**
 * The fingerprint of what is read of a text. Shingles are runs of five words, hashed; those whose hash is divisible by
 * `2 ** level` are kept, so that samples of two texts hold the same shingles where the texts do: the mod-m sketch of
 * Broder, "On the resemblance and containment of documents" (1997).
 */
export function fingerprint(text: Text): Fingerprint {
  const all = shingles(text)
  let level = 0
  let sample = all
  while (sample.length > 2 * SAMPLE) {
    level += 1
    const mask = 2 ** level - 1
    sample = sample.filter((hash) => (hash & mask) === 0)
  }
  return { level, sample, size: all.length }
}

/** The hashes of all different shingles of what is read of a text, in rising order. */
export function shingles({ text, blocks }: Text): Uint32Array {
  const read = blocks.filter(({ aside }) => aside === undefined)
  const words: number[] = []
  for (const { start, end } of read.length > 0 ? read : [{ start: 0, end: text.length }]) {
    for (const word of text.slice(start, end).toLowerCase().match(WORDS) ?? []) words.push(hashOf(word))
  }
  const hashes = new Uint32Array(Math.max(0, words.length - SHINGLE + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    for (let next = 0; next < SHINGLE; next++) hash = mixed(hash, words[at + next]!)
    hashes[at] = hash
  }
  hashes.sort()
  return hashes.filter((hash, at) => at === 0 || hash !== hashes[at - 1])
}

/** Of the smaller text's shingles, the share that the other has too: 1 for a text that stands whole in the other. */
export function overlap(a: Fingerprint, b: Fingerprint): number {
  const level = Math.max(a.level, b.level)
  const mask = 2 ** level - 1
  const [mine, theirs] = [a, b].map((each) =>
    each.level === level ? each.sample : each.sample.filter((hash) => (hash & mask) === 0),
  )
  return overlapOf(mine!, theirs!)
}

/** As `overlap`, of two lists of different hashes in rising order. */
export function overlapOf(a: Uint32Array, b: Uint32Array): number {
  const smaller = Math.min(a.length, b.length)
  if (smaller === 0) return 0
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) common += 1
    if (a[i]! <= b[j]!) i += 1
    else j += 1
  }
  return common / smaller
}

/** FNV-1a over the units of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** Two hashes as one, every bit of it depending on every bit of both (the finaliser of MurmurHash3). */
function mixed(hash: number, next: number): number {
  let both = Math.imul(hash, 31) + next
  both = Math.imul(both ^ (both >>> 16), 0x85ebca6b)
  both = Math.imul(both ^ (both >>> 13), 0xc2b2ae35)
  return (both ^ (both >>> 16)) >>> 0
}
