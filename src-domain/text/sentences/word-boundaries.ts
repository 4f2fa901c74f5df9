import { lazily } from '../../collections/lazily'

/** Where the edges of a span may be set by words. UTF-16 offsets, in rising order. */
export interface WordStops {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const JOINS_BEFORE = /[\p{L}\p{N}][-‐‑'’./&]$/u
const JOINS_AFTER = /^[-‐‑'’./&][\p{L}\p{N}]/u
const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'word' }))

/**
 * The starts and ends of the words of a text. Parts joined by a hyphen, full stop or their like are one word: "S-400".
 */
export function wordStops(text: string): WordStops {
  const starts: number[] = []
  const ends: number[] = []
  for (const { segment, index, isWordLike } of segmenter().segment(text)) {
    if (!isWordLike) continue
    const end = index + segment.length
    if (!JOINS_BEFORE.test(text.slice(Math.max(0, index - 4), index))) starts.push(index)
    if (!JOINS_AFTER.test(text.slice(end, end + 4))) ends.push(end)
  }
  return { starts, ends }
}
