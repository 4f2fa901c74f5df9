import type { TextSpan } from '../text-span'
import { isAbbreviation } from './abbreviations'

/**
 * What still belongs to the sentence before: a closing quote after a space, the number of a note in brackets or raised.
 */
const REMAINDER = /^(?:[»”)\]](?=\s|$)|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|[¹²³⁰⁴-⁹]+|\s)+/u
const OPENING = /[（「『《〈【[(]/
/** Ends that `Intl.Segmenter` does not find: the number of a note on the line ("the deal.3 The next"), an ellipsis. */
const OTHER_ENDS = /(?:\p{Ll}[.!?]["”’»)]*\d{1,3}|…["”’»)]*)\s+(?=["“‘«([]?\p{Lu})/gu
/**
 * UTF-16 units on either side of a boundary that are looked at: longer than any abbreviation or row of note numbers.
 */
const LOOK = 48

/** The sentences of a paragraph, without the white space around them. Each has a letter or digit. */
export function sentencesIn(text: string, language = ''): TextSpan[] {
  const primary = language.split('-')[0]!.toLowerCase()
  const inner = [...boundaries(text, primary)]
    .filter((at) => at > 0 && at < text.length && !continues(text, at, primary))
    .sort((a, b) => a - b)
  const cuts = [0, ...inner, text.length]
  return cuts.slice(1).flatMap((end, index) => trimmed(text, cuts[index]!, end) ?? [])
}

/** Where a sentence could begin: by the rules of the language, with note numbers left to the sentence before. */
function boundaries(text: string, language: string): Set<number> {
  const found = new Set<number>()
  for (const { index } of segmenter(language).segment(text)) {
    let at = index
    while (at > 0 && OPENING.test(text[at - 1]!)) at--
    found.add(at + (REMAINDER.exec(text.slice(at, at + LOOK))?.[0].length ?? 0))
  }
  for (const match of text.matchAll(OTHER_ENDS)) found.add(match.index + match[0].length)
  return found
}

/** Whether the sentence continues after what looks like its end. */
function continues(text: string, at: number, language: string): boolean {
  const before = text.slice(Math.max(0, at - LOOK), at).trimEnd()
  const after = text.slice(at, at + LOOK)
  // "Why?" he asked.
  if (/^["'“‘«([]*\p{Ll}/u.test(after)) return true
  // The number of a paragraph.
  if (at < 8 && /^\(?\d{1,3}\.$/.test(before)) return true
  return isAbbreviation(/\S+$/.exec(before)?.[0] ?? '', after, language)
}

function trimmed(text: string, from: number, to: number): TextSpan | undefined {
  const piece = text.slice(from, to)
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined
  const start = from + piece.length - piece.trimStart().length
  return { start, end: start + piece.trim().length }
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The segmenter of a language; that of English where the tag is not valid. */
function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const tag = /^[a-z]{2,3}$/.test(language) ? language : 'en'
  const made = new Intl.Segmenter(tag, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}
