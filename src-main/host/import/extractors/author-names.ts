/** Longer texts are not names, in UTF-16 units; splitting names takes time by the square of the length. */
const NAMES_LIMIT = 5000

/** A time of day, a year or a date: what stands beside a name in the line of authors. */
const TIME = /\d{1,2}[:.]\d{2}\b|\b(?:1[89]|20)\d{2}\b|^\W*\d[\d\W]*$|\b\d{1,2}\s*(?:am|pm|uhr)\b/i
const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d|\d\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
/** What is written in a line of authors and names nobody. */
const OTHER =
  /^(?:updated|published|posted|last modified|print(?: this)?|share|subscribe|read more|comments?)\b/i

/** The names in these texts, without duplicates, addresses, dates and "By". A text with several names is split. */
export function namesOf(candidates: readonly string[]): string[] {
  const names = candidates
    .filter((name) => name.length <= NAMES_LIMIT && !/^(?:https?:|@|www\.)/i.test(name))
    .flatMap((name) => name.split(/\s[|•·]\s/))
    .filter((name) => !TIME.test(name) && !MONTH.test(name))
    .flatMap((name) => name.replace(/^\s*by:?\s+/i, '').split(/\s*;\s*|\s+and\s+|\s+&\s+/))
    .flatMap((name) => (/^[^,]+ [^,]+(?:, [^,]+ [^,]+)+$/.test(name) ? name.split(', ') : [name]))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 300 && /\p{L}/u.test(name) && !OTHER.test(name))
  return [...new Set(names)].slice(0, 200)
}

/** Names that programs write where nobody gave one. */
const PROGRAM =
  /^(?:(?:the )?(?:administrator|admin|user|owner|author|guest|root|default|anonymous|unknown|none|n\/a)|(?:microsoft|ms|windows)\b.*|.*\b(?:office|word|acrobat|windows)[ -]?(?:user|\d+)|(?:user|pc|hp|dell|lenovo|acer|asus|toshiba|sony|samsung|compaq)[ -]?\d*|.*\.(?:docx?|pdf|odt|rtf)|python-docx|un-?titled|un-?named)$/i

/**
 * The authors that the properties of a file name. The account that made it is none: `z`, `office-2007`, `jdoe42`. A name
 * in one word begins with a capital letter, in scripts that have them.
 */
export const fileAuthors = (candidates: readonly string[]): string[] =>
  namesOf(candidates).filter(
    (name) => !PROGRAM.test(name) && !/^[a-z\d._@-]+$|^\p{L}$|^\w*\d\w*$/u.test(name),
  )
