import type { TextSpan } from '#domain/text/text-span'

/** Further matches are not counted: nobody steps through so many. */
const LIMIT = 5000

/** Ignores case and accents. The text keeps its length, so that offsets stay valid. */
const fold = (text: string): string =>
  text.replace(/[^\0-\x7F]/gu, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return plain.length === letter.length ? plain : letter
  })

/** The matches of some words in the text. White space matches any white space. */
export function findIn(text: string, wanted: string): TextSpan[] {
  const words = fold(wanted.trim()).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const pattern = new RegExp(
    words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'),
    'giu',
  )
  const spans: TextSpan[] = []
  for (const { index, 0: match } of fold(text).matchAll(pattern)) {
    spans.push({ start: index, end: index + match.length })
    if (spans.length === LIMIT) break
  }
  return spans
}
