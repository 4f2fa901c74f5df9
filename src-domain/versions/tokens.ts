/** A word or a mark of a text, with its place. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Whether a sentence ends with it. */
  readonly ends: boolean
}

const WORD_OR_MARK = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+|[.,:]\p{N}+)*|[^\s]/gu

/** The words and punctuation marks of a text in order. White space is not a token, so it never counts as a change. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: token, index } of text.matchAll(WORD_OR_MARK)) {
    const end = index + token.length
    tokens.push({ text: token, start: index, end, ends: endsSentence(token, tokens.at(-1), text[end]) })
  }
  return tokens
}

/** A full stop after a single letter is an initial's or an abbreviation's, as in "U.S.". */
function endsSentence(mark: string, before: Token | undefined, next: string | undefined): boolean {
  if (!/^[.!?…。！？؟]$/u.test(mark) || (next !== undefined && /[\p{L}\p{N},;:]/u.test(next))) return false
  return mark !== '.' || !before || !/^\p{L}$/u.test(before.text)
}

/** The index of the first token that ends after an offset; the number of tokens if there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
