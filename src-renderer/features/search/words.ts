/** A word of a text with its search terms. UTF-16 offsets, half-open. */
export interface Word {
  readonly start: number
  readonly end: number
  /** The whole word: `s400` for “S-400”. */
  readonly term: string
  /** The parts of a word that is joined by hyphens, dots or apostrophes: `turkey` and `us` for “Turkey-US”. */
  readonly parts: readonly { readonly term: string; readonly start: number; readonly end: number }[]
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‑\-.,/][\p{L}\p{N}\p{M}]+)*/gu
const PART = /[\p{L}\p{N}\p{M}]+/gu
const JOINED = /['’‑\-.,/]/
const PLAIN = /^[\x20-\x7e]*$/
/** Shorter parts are found only within their whole word, since the “s” of “S-400” alone means nothing. */
const SHORTEST_PART = 2

/** Removes case, accents and joints, so that “Erdogan” finds “Erdoğan”, and “f35” the “F-35”. */
function fold(word: string): string {
  const lower = word.toLowerCase()
  const bare = PLAIN.test(lower)
    ? lower
    : lower.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i')
  return JOINED.test(bare) ? bare.replaceAll(/[^\p{L}\p{N}]/gu, '') : bare
}

function partsOf(word: string, at: number): Word['parts'] {
  if (!JOINED.test(word)) return []
  return [...word.matchAll(PART)]
    .filter(([part]) => part.length >= SHORTEST_PART)
    .map(({ 0: part, index }) => ({
      term: fold(part),
      start: at + index,
      end: at + index + part.length,
    }))
}

/** The words of a text, in order. */
export const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    term: fold(word),
    parts: partsOf(word, index),
  }))

/** The terms under which a text is indexed. */
export function indexTerms(text: string): string[] {
  const terms: string[] = []
  for (const [word] of text.matchAll(WORD)) {
    terms.push(fold(word))
    if (JOINED.test(word)) for (const part of partsOf(word, 0)) terms.push(part.term)
  }
  return terms
}

/** The terms of a query: a joined word is one term. Without duplicates. */
export const queryTerms = (query: string): string[] => [
  ...new Set(Array.from(query.matchAll(WORD), ([word]) => fold(word))),
]
