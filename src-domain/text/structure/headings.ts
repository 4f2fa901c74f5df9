import type { Line } from '../lines/lines'
import { endsDangling, endsSentence, startsLower } from '../sentences/sentences'
import { listMarker } from './lists'
import { HEADINGS } from './thresholds'

const SMALL_WORD =
  /^(?:a|an|and|as|at|but|by|de|for|from|in|into|is|la|nor|of|on|or|over|the|to|vs?\.?|via|with|without)$/iu
const REFERENCES =
  /^(?:(?:\d+|[ivx]+)[.)]?\s+)?(?:end ?notes?|foot ?notes?|notes?(?: and references)?|references?(?: and notes)?|(?:select(?:ed)? )?bibliography|works cited|literature(?: cited)?|sources|citations)\s*:?$/iu
const GENERIC =
  /^(?:(?:\d+|[ivx]+)[.)]?\s+)?(?:executive summary|summary|abstract|introduction|preface|foreword|contents|table of contents|background|overview|key (?:points|findings|takeaways|messages)|conclusions?|acknowledge?ments?|discussion|methods?|methodology|results|findings|recommendations|implications|about .{1,60}|appendix.{0,10}|annex.{0,10})\s*:?$/iu
const CHAPTER =
  /^(?:part|book|volume|chapter|section|act|scene|letter|canto)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)\s+\p{Lu}/u
/** An author. Also a line of digits without letters, and a speaker's turn in an interview ("Q: …"). */
const BYLINE = /^(?:by|von|par|por)\s+\p{Lu}|^[^\p{L}]*\d[^\p{L}]*$|^\p{L}{1,2}: /iu
const DATE =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b/iu

/** The heading announces notes or references. */
export function announcesReferences(text: string): boolean {
  return text.length <= HEADINGS.longestReferences && REFERENCES.test(text)
}

/** The heading could be in any document: "Introduction". */
export function isGeneric(text: string): boolean {
  return text.length <= HEADINGS.longestGeneric && (GENERIC.test(text) || REFERENCES.test(text))
}

/** A line in capitals, short enough to be a heading or one line of it. */
export function isInCapitals(text: string): boolean {
  if (text.length > HEADINGS.longest || text.length < HEADINGS.shortestCapitals || /\p{Ll}{2}/u.test(text))
    return false
  if (/\p{Ll}/u.test(text.replace(/(?<=\p{Lu})s\b/gu, '')) || !/\p{Lu}{3}/u.test(text)) return false
  return /^["“(]?[\p{Lu}\d]/u.test(text) && !/[,;]$/.test(text) && /\p{Lu}{4}|\p{Lu}+ \p{Lu}/u.test(text)
}

/** The line cannot end a heading, so the next one belongs to it, even after an empty line. */
export function asksForMore(text: string): boolean {
  return /[:,&–—-]$/.test(text) || endsDangling(text.toLowerCase())
}

/** In title case, or with a chapter's name or section number. Such a line can be a heading without standing alone. */
export function isTitled(text: string): boolean {
  if (!couldBeHeading(text)) return false
  if (CHAPTER.test(text) || NUMBERED.test(text) || isGeneric(text)) return true
  const words = text.split(' ').filter((word) => /\p{L}/u.test(word))
  return (
    words.length > 1 &&
    words.every((word, at) => /^\P{L}*[\p{Lu}\d]/u.test(word) || (at > 0 && SMALL_WORD.test(word)))
  )
}

/** Short, begins like a title, does not end like a sentence, and is no byline or date. */
export function couldBeHeading(text: string): boolean {
  if (text.length > HEADINGS.longest || text.length < 2 || !/\p{L}{2}/u.test(text)) return false
  if (startsLower(text) || !/^["“‘'(]?[\p{L}\d]/u.test(text)) return false
  if (/[,;:.…”"。।۔]$/.test(text) && !CHAPTER.test(text)) return false
  if (BYLINE.test(text) || DATE.test(text) || /https?:|www\.|@\p{L}/u.test(text)) return false
  return text.split(' ').length <= HEADINGS.mostWords && (!listMarker(text) || NUMBERED.test(text))
}

/** The line opens a heading in capitals: an empty line is above it, or the line before ends a sentence. */
export function opensCapitals(line: Line, previous: Line | undefined): boolean {
  if (!isInCapitals(line.text)) return false
  return (
    !previous || line.blanks > 0 || line.page || line.indent > previous.indent || endsSentence(previous.text)
  )
}

/**
 * Level of a heading, 2 to 6. A section number gives its depth; capitals and chapters rank above title case.
 * @param amongCapitals other headings of the document are in capitals
 */
export function headingLevel(text: string, amongCapitals: boolean): number {
  const depth = /^\d{1,2}((?:\.\d{1,2})*)\.?\s/.exec(text)
  if (depth) return Math.min(6, 2 + (depth[1]?.split('.').length ?? 1) - 1)
  return isInCapitals(text) || CHAPTER.test(text) || !amongCapitals ? 2 : 3
}
