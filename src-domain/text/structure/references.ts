import type { Line } from '../lines/lines'
import { listMarker } from './lists'
import type { Passage } from './passages'
import { endsSentence } from '../sentences/sentences'

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

/** In a list of references, `line` begins an entry of its own. */
export function opensReference(line: Line, previous: Line, current: Passage): boolean {
  if (listMarker(line.text)?.kind === 'number') return true
  const number = bareNumberOf(line.text)
  if (number !== undefined && number - 1 === bareNumberOf(current.lines[0]?.text ?? '')) return true
  if (line.indent < previous.indent) return true
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

/** The text reads like an entry of a bibliography or a note: a year, a page, a link, a title in quotes. */
export function citesSomething(text: string): boolean {
  const head = text.slice(0, 1000)
  return YEAR.test(head) || CITATION.test(head)
}

/** The text begins as an entry of a bibliography does: "Surname, A." */
export function startsWithAuthor(text: string): boolean {
  return AUTHOR.test(text.slice(0, 80))
}

/** The text reads like a note at the foot of a page: a number, then a source. */
export function isFootnote(text: string): boolean {
  return text.length <= 600 && /^(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s*\p{Lu}/u.test(text) && citesSomething(text)
}
