import { foldForSearch } from '../text/clean/search-fold'

/** The words of a text, one after the other, in the form in which two texts are compared. */
export interface Words {
  /**
   * A hash of each word without case, accents and joints. The lowest bit says that the word alone tells little (`isLight`);
   * two words are the same if they differ in that bit alone.
   */
  readonly hashes: Int32Array
  /** The offsets of each word in the text. UTF-16 units, half-open. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** A part of a text to read. */
interface Span {
  readonly start: number
  readonly end: number
}

/** A word with what joins its parts: `mayor’s`, `1,500`. Hyphens do not join, because copies write them as dashes. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ.,][\p{L}\p{N}\p{M}]+)*/uy
const LETTER = /[\p{L}\p{N}]/u
/** Writing without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A capital letter at the beginning, or a figure. */
const NAME_OR_NUMBER = /^\p{Lu}|\p{N}/u
/** Letters of a word that tells something, in a script with capital letters and in others. */
const TELLING = 5
const TELLING_ELSEWHERE = 2

/** The lower-case form of each ASCII letter or figure; 0 for any other character. */
const PLAIN = Uint8Array.from({ length: 128 }, (_none, code) => {
  const sign = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0
})
const JOINTS = new Set(["'", '.', ','].map((sign) => sign.charCodeAt(0)))

// FNV-1a, 32 bits (Fowler, Noll, Vo).
const BASIS = 0x811c9dc5
const PRIME = 0x01000193

let segmenter: Intl.Segmenter | undefined

/** The words in these parts of a text. Most words are ASCII and are read without a regular expression. */
export function wordsOf(text: string, parts: readonly Span[] = [{ start: 0, end: text.length }]): Words {
  const hashes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const add = (hash: number, light: boolean, start: number, end: number) => {
    hashes.push((hash & ~1) | Number(light))
    starts.push(start)
    ends.push(end)
  }
  for (const { start, end } of parts) {
    for (let at = start; at < end;) {
      const code = text.charCodeAt(at)
      if (code < 128 && PLAIN[code] === 0) {
        at++
        continue
      }
      let hash = BASIS
      let to = at
      let light = code >= 65 && code <= 90
      for (; to < end; to++) {
        const next = text.charCodeAt(to)
        if (next >= 128) break
        const plain = PLAIN[next]!
        if (plain !== 0) {
          hash = Math.imul(hash ^ plain, PRIME)
          light ||= plain < 97
        } else if (!JOINTS.has(next) || !(text.charCodeAt(to + 1) >= 128 || PLAIN[text.charCodeAt(to + 1)]))
          break
      }
      if (to < end && text.charCodeAt(to) >= 128) {
        at = addOthers(text, at, end, add)
      } else {
        add(hash, light || to - at < TELLING, at, to)
        at = to
      }
    }
  }
  return { hashes: new Int32Array(hashes), starts: new Int32Array(starts), ends: new Int32Array(ends) }
}

/** Adds the word at an offset that may have other letters than ASCII. Returns the offset after it. */
function addOthers(
  text: string,
  at: number,
  end: number,
  add: (hash: number, light: boolean, start: number, end: number) => void,
): number {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0].slice(0, end - at)
  if (!word) return at + 1
  const parts = UNSPACED.test(word)
    ? [...(segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })).segment(word)]
    : [{ segment: word, index: 0 }]
  for (const { segment, index } of parts)
    if (LETTER.test(segment))
      add(hashOf(segment), tellsLittle(segment), at + index, at + index + segment.length)
  return at + word.length
}

/** The hash of one word, as in `Words`, without the bit for capital letters. */
function hashOf(word: string): number {
  let hash = BASIS
  for (const sign of foldForSearch(word)) {
    if (LETTER.test(sign)) hash = Math.imul(hash ^ sign.codePointAt(0)!, PRIME)
  }
  return hash & ~1
}

function tellsLittle(word: string): boolean {
  const hasCase = word.toLowerCase() !== word.toUpperCase()
  return NAME_OR_NUMBER.test(word) || word.length < (hasCase ? TELLING : TELLING_ELSEWHERE)
}

/** Whether a word of `Words` is short, a name or a number, as in the phrases that everybody uses. */
export const isLight = (hash: number): boolean => (hash & 1) === 1
