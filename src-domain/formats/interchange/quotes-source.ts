import { QUOTES } from '../../records/source'
import type { IncomingSource, IncomingSpan } from './incoming'

/** A quote of a text that is not in the file, and the claim that rests on it. */
export interface Quote {
  readonly id: string
  readonly claim: string
  readonly words: string
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** The details of the text that quotes come from, as far as they are known. */
export type QuotedWork = Pick<IncomingSource, 'id' | 'title' | 'authors' | 'url' | 'doi' | 'published'>

/**
 * A source made of the quotes of a text that is not there: each once, a paragraph each, in the order of the file.
 */
export function quotesSource(work: QuotedWork, quotes: readonly Quote[]): IncomingSource {
  const places = new Map<string, number>()
  const spans: IncomingSpan[] = []
  let text = ''
  for (const { id, claim, words, prefix = '', suffix = '' } of quotes) {
    const quote = words.replace(/\r\n?/g, '\n').trim()
    if (quote === '') continue
    let start = places.get(quote)
    if (start === undefined) {
      text += text === '' ? '' : '\n\n'
      start = text.length
      places.set(quote, start)
      text += quote
    }
    // The words around it here are those of other quotes.
    spans.push({ id, claim, start, end: start + quote.length, prefix, suffix })
  }
  return { ...work, kind: QUOTES, text, spans }
}
