import { wordsIn } from './words'
import type { TextSpan } from '#domain/text/text-span'

/** A piece of text, and whether it is a searched word. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** The excerpt of a text with the most searched words. */
export interface Snippet {
  readonly pieces: readonly Piece[]
  /** The span from the first to the last match in it, as offsets into the text. */
  readonly found: TextSpan
}

/** The approximate length of a snippet in UTF-16 units. */
const LENGTH = 180
/** UTF-16 units before the first match. */
const BEFORE = 50

interface Match extends TextSpan {
  readonly term: string
}

/** The matches of terms in a text: whole words, or parts of joined words. */
export function matchesIn(text: string, terms: ReadonlySet<string>): Match[] {
  return wordsIn(text).flatMap((word) =>
    terms.has(word.term) ? [word] : word.parts.filter((part) => terms.has(part.term)),
  )
}

/** The whole text in marked and unmarked pieces. */
export const marked = (text: string, terms: ReadonlySet<string>): Piece[] =>
  pieces(text, { start: 0, end: text.length }, matchesIn(text, terms))

/** The excerpt around the best cluster of matches; the beginning of the text if there are none. */
export function snippet(text: string, terms: ReadonlySet<string>, length = LENGTH): Snippet {
  const matches = matchesIn(text, terms)
  const first = best(matches, length - BEFORE)
  const from = matches[first]?.start ?? 0
  const start =
    text.length <= length ? 0 : wordStart(text, Math.max(0, Math.min(from - BEFORE, text.length - length)))
  const end = wordEnd(text, Math.max(start + length, matches[first]?.end ?? 0))
  const within = matches.filter((match) => match.start >= from && match.end <= end)
  const found = { start: from, end: within.at(-1)?.end ?? from }
  return {
    pieces: [
      ...(start > 0 ? [{ text: '… ', marked: false }] : []),
      ...pieces(text, { start, end }, matches),
      ...(end < text.length ? [{ text: ' …', marked: false }] : []),
    ],
    found,
  }
}

/** The match that begins the span of `length` with the most different terms; the first of equal ones. */
function best(matches: readonly Match[], length: number): number {
  let best = 0
  let most = 0
  matches.forEach((match, index) => {
    const terms = new Set<string>()
    for (let at = index; at < matches.length && matches[at]!.end <= match.start + length; at++)
      terms.add(matches[at]!.term)
    if (terms.size > most) [best, most] = [index, terms.size]
  })
  return best
}

function pieces(text: string, { start, end }: TextSpan, matches: readonly Match[]): Piece[] {
  const list: Piece[] = []
  let at = start
  for (const match of matches) {
    if (match.start < at || match.end > end) continue
    if (match.start > at) list.push({ text: text.slice(at, match.start), marked: false })
    list.push({ text: text.slice(match.start, match.end), marked: true })
    at = match.end
  }
  if (at < end) list.push({ text: text.slice(at, end), marked: false })
  return list
}

/** The distance in UTF-16 units within which to look for the end of a word. Some languages do not separate words. */
const NEAR = 30

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at, at + NEAR).search(/\s/)
  return space === -1 ? characterStart(text, at) : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + NEAR).search(/\s/)
  return space === -1 ? characterStart(text, at) : at + space
}

/** The offset, moved out of a surrogate pair. */
const characterStart = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
