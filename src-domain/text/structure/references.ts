import type { Line } from '../lines/lines'
import { endsSentence } from '../sentences/sentences'
import { listMarker } from './lists'
import { firstLine, type Passage } from './passages'
import { NOTES } from './thresholds'

const YEAR = /\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.d\.|\bforthcoming\b/u
const PARTICLES = '(?:(?:van|von|de|del|di|al|el|la|le)[ -])*'
const SURNAME = String.raw`\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}`
/** "Surname, A.", "Surname, Ann", "Surname A,", "Surname and Other", "Surname (2004)". */
const AUTHOR = new RegExp(
  String.raw`^${PARTICLES}${SURNAME}(?:, \p{Lu}[.\p{Ll}]| \p{Lu}{1,2}[.,]|,? (?:and \p{Lu}|& |et al|\(\d))`,
  'u',
)
const CITATION =
  /https?:|www\.|\bdoi\b|\bibid|\bop\. ?cit|\bretrieved\b|\baccessed\b|\bpp?\. ?\d|\bvol\. |\bet al\b|[“"«].{3,200}[”"»]/iu

/** Whether `line`, inside a list of references, begins a new entry. */
export function opensReference(line: Line, previous: Line, current: Passage): boolean {
  if (listMarker(line.text)?.kind === 'number') return true
  const number = bareNumberOf(line.text)
  if (number !== undefined && number - 1 === bareNumberOf(firstLine(current))) return true
  if (line.indent < previous.indent) return true
  // In an entry with a hanging indent, an indented line continues it.
  const hangs = current.lines.length > 1 && (current.lines[1]?.indent ?? 0) > (current.lines[0]?.indent ?? 0)
  if (hangs && line.indent > (current.lines[0]?.indent ?? 0)) return false
  const finished =
    endsSentence(previous.text) || /(?:\d|\)|\/\S*|https?:\S+)$/u.test(previous.text.slice(-80))
  return finished && AUTHOR.test(line.text.slice(0, 80))
}

function bareNumberOf(text: string): number | undefined {
  const number = /^(\d{1,3}) \p{Lu}/u.exec(text.slice(0, 8))?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The text contains a year, page, link, DOI or title in quotes, as notes and entries of a bibliography do. */
export function citesSomething(text: string): boolean {
  const head = text.slice(0, 1000)
  return YEAR.test(head) || CITATION.test(head)
}

/** The text begins like an entry of a bibliography: "Surname, A." */
export function startsWithAuthor(text: string): boolean {
  return AUTHOR.test(text.slice(0, 80))
}

/** The text reads like a footnote: a number, then a source. */
export function isFootnote(text: string): boolean {
  return (
    text.length <= NOTES.longestFootnote &&
    /^(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s*\p{Lu}/u.test(text) &&
    citesSomething(text)
  )
}
