import type { Source } from '../records/source'
import { FINGERPRINT } from './thresholds'

/** A sample of a text's shingles (runs of words), by which texts are compared. */
export interface Fingerprint {
  /** One shingle in `2 ** level` is in the sample, chosen by its hash. */
  readonly level: number
  /** Hashes in rising order. */
  readonly sample: Uint32Array
  /** The number of different shingles of the text. */
  readonly size: number
}

type Text = Pick<Source, 'text' | 'blocks'>

// Chinese, Japanese and Thai are written without spaces, so each character counts as a word.
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu

/**
 * The fingerprint of a text without its asides. The sample keeps the shingles whose hash is divisible by `2 ** level`,
 * so two texts sample the shingles that they share alike: the mod-m sketch of Broder, "On the resemblance and
 * containment of documents" (1997).
 */
export function fingerprint(text: Text): Fingerprint {
  const all = shingles(text)
  let level = 0
  let sample = all
  while (sample.length > 2 * FINGERPRINT.fewestSampled) {
    level += 1
    const mask = 2 ** level - 1
    sample = sample.filter((hash) => (hash & mask) === 0)
  }
  return { level, sample, size: all.length }
}

/** The hashes of all different shingles of a text without its asides, in rising order. */
export function shingles({ text, blocks }: Text): Uint32Array {
  const read = blocks.filter(({ aside }) => aside === undefined)
  const words: number[] = []
  for (const { start, end } of read.length > 0 ? read : [{ start: 0, end: text.length }]) {
    for (const word of text.slice(start, end).toLowerCase().match(WORDS) ?? []) words.push(hashOf(word))
  }
  const hashes = new Uint32Array(Math.max(0, words.length - FINGERPRINT.shingleWords + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    for (let next = 0; next < FINGERPRINT.shingleWords; next++) hash = mixed(hash, words[at + next]!)
    hashes[at] = hash
  }
  hashes.sort()
  return hashes.filter((hash, at) => at === 0 || hash !== hashes[at - 1])
}

/** Estimates the share of the smaller text's shingles that the other has: 1 for a text that is part of the other. */
export function overlap(a: Fingerprint, b: Fingerprint): number {
  const level = Math.max(a.level, b.level)
  const mask = 2 ** level - 1
  const [mine, theirs] = [a, b].map((each) =>
    each.level === level ? each.sample : each.sample.filter((hash) => (hash & mask) === 0),
  )
  return overlapOf(mine!, theirs!)
}

/**
 * Whether the beginnings of two samples have any hashes in common to speak of. Hashes are spread evenly, so a beginning is
 * a sample of the sample: if the overlap is a half, about a quarter of the hashes at the beginning occur twice. It is for
 * telling thousands of texts that have nothing in common quickly.
 */
export function mayOverlap({ sample: a }: Fingerprint, { sample: b }: Fingerprint): boolean {
  if (a.length + b.length <= FINGERPRINT.beginning) return true
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length && i + j < FINGERPRINT.beginning;) {
    if (a[i] === b[j]) common += 1
    if (a[i]! <= b[j]!) i += 1
    else j += 1
  }
  return common >= FINGERPRINT.fewestCommon
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
