import type { TextSpan } from '#domain/text/text-span'

/** Matches beyond this are counted no further: nobody steps through them. */
const LIMIT = 5000

/** Case and marks over letters do not matter; one letter of the text stays one, so that offsets stay true. */
const fold = (text: string): string =>
  text.replace(/[^\0-\x7F]/gu, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return plain.length === letter.length ? plain : letter
  })

/** Where the words stand in the text; white space of any kind and length between them fits. */
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
