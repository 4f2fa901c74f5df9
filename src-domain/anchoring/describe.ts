import { cutsPair } from './pairs'
import { ANCHORING } from './thresholds'

/** What an excerpt keeps of its passage: offsets, words, and the text right before and after. */
export interface Description {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * Describes a span by its words and its context; undefined when it is only white space. White space at its ends is left
 * out, and no surrogate pair is cut.
 * @param start @param end UTF-16 offsets into the text, half-open
 */
export function describe(text: string, start: number, end: number): Description | undefined {
  let from = Math.max(0, Math.min(start, text.length))
  let to = Math.max(from, Math.min(end, text.length))
  if (cutsPair(text, from)) from--
  if (cutsPair(text, to)) to++
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  if (from === to) return undefined
  const [before, after] = [from - ANCHORING.context, to + ANCHORING.context]
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, cutsPair(text, before) ? before + 1 : before), from),
    suffix: text.slice(to, cutsPair(text, after) ? after - 1 : after),
  }
}
