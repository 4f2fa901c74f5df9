import { cutsPair } from './pairs'

/** How much of the text around a passage is kept to know it again. UTF-16 units on each side. */
const CONTEXT = 64

/** What an excerpt keeps of its passage. */
export interface Description {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/**
 * The span described by its words and what stands around them, or undefined when it holds nothing but white space. White
 * space at its ends is left out, and no surrogate pair is cut: a passage is what a reader would copy.
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
  const before = cutsPair(text, from - CONTEXT) ? from - CONTEXT + 1 : from - CONTEXT
  const after = cutsPair(text, to + CONTEXT) ? to + CONTEXT - 1 : to + CONTEXT
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, before), from),
    suffix: text.slice(to, after),
  }
}
