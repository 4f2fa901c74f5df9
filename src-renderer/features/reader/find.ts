import type { TextSpan } from '#domain/text/text-span'
import { foldedText, foldForSearch, type FoldedText } from '#domain/text/clean/search-fold'

/** Further matches are not counted: nobody steps through so many. */
const LIMIT = 5000

/** The last text, folded, because its search runs at every keystroke. */
let last: { readonly text: string; readonly folded: FoldedText } | undefined

function foldedOnce(text: string): FoldedText {
  if (last?.text !== text) last = { text, folded: foldedText(text) }
  return last.folded
}

/** The matches of some words in the text. White space matches any white space. */
export function findIn(text: string, wanted: string): TextSpan[] {
  const [first, ...rest] = foldForSearch(wanted).trim().split(/\s+/)
  if (!first) return []
  const folded = foldedOnce(text)
  const spans: TextSpan[] = []
  for (let at = folded.text.indexOf(first); at >= 0 && spans.length < LIMIT;) {
    const end = endOf(folded.text, rest, at + first.length)
    if (end !== undefined) spans.push({ start: folded.start(at), end: folded.end(end) })
    at = folded.text.indexOf(first, end ?? at + 1)
  }
  return spans
}

/** Where the words end that follow from `at` with white space before each; undefined if they do not. */
function endOf(text: string, words: readonly string[], at: number): number | undefined {
  let end = at
  for (const word of words) {
    const from = end
    while (/\s/.test(text.charAt(end))) end++
    if (end === from || !text.startsWith(word, end)) return undefined
    end += word.length
  }
  return end
}
