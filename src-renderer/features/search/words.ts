import { lazily } from '#domain/collections/lazily'
import { foldForSearch } from '#domain/text/clean/search-fold'

/** A word of a text with its search terms. UTF-16 offsets, half-open. */
export interface Word {
  readonly start: number
  readonly end: number
  /** The whole word: `s400` for “S-400”. */
  readonly term: string
  /** The parts of a word that is joined by hyphens, dots or apostrophes: `turkey` and `us` for “Turkey-US”. */
  readonly parts: readonly { readonly term: string; readonly start: number; readonly end: number }[]
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ‐‑\-.,/][\p{L}\p{N}\p{M}]+)*/gu
const PART = /[\p{L}\p{N}\p{M}]+/gu
const JOINED = /['’ʼ‐‑\-.,/]/
/** Writing without spaces between words, or in which words are often joined without them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u
/** Shorter parts are found only within their whole word, since the “s” of “S-400” alone means nothing. */
const SHORTEST_PART = 2

/** Removes case, accents and joints, so that “Erdogan” finds “Erdoğan”, and “f35” the “F-35”. */
function fold(word: string): string {
  const bare = foldForSearch(word)
  return JOINED.test(bare) ? bare.replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '') : bare
}

function partsOf(word: string, at: number): Word['parts'] {
  if (UNSPACED.test(word)) {
    const signs = Array.from(word.matchAll(/[\p{L}\p{N}]\p{M}*/gu))
    if (signs.length < 2) return []
    return signs.map(({ 0: sign, index }) => ({
      term: fold(sign),
      start: at + index,
      end: at + index + sign.length,
    }))
  }
  if (!JOINED.test(word)) return []
  return [...word.matchAll(PART)]
    .filter(([part]) => part.length >= SHORTEST_PART)
    .map(({ 0: part, index }) => ({
      term: fold(part),
      start: at + index,
      end: at + index + part.length,
    }))
}

/** The runs of letters and figures in a text; in writing without spaces, the words that a dictionary finds in them. */
function runsIn(text: string): { readonly word: string; readonly index: number }[] {
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }) =>
    UNSPACED.test(word)
      ? Array.from(dictionary().segment(word))
          .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
          .map(({ segment, index: at }) => ({ word: segment, index: index + at }))
      : [{ word, index }],
  )
}

const dictionary = lazily(() => new Intl.Segmenter(undefined, { granularity: 'word' }))

/** The words of a text, in order. */
export const wordsIn = (text: string): Word[] =>
  runsIn(text).map(({ word, index }) => ({
    start: index,
    end: index + word.length,
    term: fold(word),
    parts: partsOf(word, index),
  }))

/** The terms under which a text is indexed. */
export function indexTerms(text: string): string[] {
  const terms: string[] = []
  for (const { word } of runsIn(text)) {
    terms.push(fold(word))
    if (JOINED.test(word) || UNSPACED.test(word)) for (const part of partsOf(word, 0)) terms.push(part.term)
  }
  return terms
}

/** The terms of a query: a joined word is one term. Without duplicates. */
export const queryTerms = (query: string): string[] => [
  ...new Set(runsIn(query).map(({ word }) => fold(word))),
]

/** The signs of a term in writing without spaces, because the same signs can be within a longer word. Else none. */
export const signsOf = (term: string): string[] =>
  UNSPACED.test(term) ? [...new Set(partsOf(term.normalize('NFC'), 0).map((part) => part.term))] : []

/** The phrases of a query, which stand in quotation marks, each as its terms. One word is no phrase. */
export const queryPhrases = (query: string): string[][] =>
  Array.from(foldForSearch(query).matchAll(/"([^"]+)"/g), ([, words]) =>
    runsIn(words!).map(({ word }) => fold(word)),
  ).filter((terms) => terms.length > 1)

/** Whether a text has the terms one after the other. */
export function hasPhrase(text: string, phrase: readonly string[]): boolean {
  const terms = runsIn(text).map(({ word }) => fold(word))
  return terms.some((_term, at) => phrase.every((each, step) => terms[at + step] === each))
}
