import { cleanCharacters } from '../clean/characters'
import { CONTENTS_ASIDE, findContents } from '../structure/contents'
import { findFootNotes } from './foot-notes'
import type { SetAside } from '../structure/page-furniture'
import { readLayout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { findPageEdges } from './page-edges'
import type { Finding } from '../structure/passages'
import { readArranged, type ReadText } from '../structure/plain-text'
import { arrange, columnKey, grouped, settingOf, type PositionedLine } from './positioned'
import { firstWord } from '../sentences/sentences'
import { findHeadings, type DocumentMetadata } from './headings-by-typeface'

/** What a document says of itself beside its lines. */
export interface Document extends DocumentMetadata {
  /** In reading order: page by page, column by column. */
  readonly lines: readonly PositionedLine[]
  /** Lines that are no part of the text for a reason of their own. */
  readonly setAside?: ReadonlyMap<PositionedLine, string>
}

/**
 * Reads the lines of a document with pages: as `readPlainText` does, but knowing where each line stands, how large it is
 * and how heavy. Running heads, feet and page numbers are set aside, small letters at the foot are notes, large or bold
 * ones headings; every block has its page.
 */
export function readPagedText({ lines: given, setAside: apart = new Map(), ...said }: Document): ReadText {
  const { lines, report } = cleanLines(given)
  const reasons = new Map<PositionedLine, string>()
  lines.forEach((line, index) => {
    const reason = apart.get(given[index] as PositionedLine)
    if (reason) reasons.set(line, reason)
  })
  for (const [line, reason] of findPageEdges(lines)) reasons.set(line, reason)
  const read = lines.filter((line) => line.text !== '' && !reasons.has(line))
  for (const line of findContents(read)) reasons.set(line, CONTENTS_ASIDE)
  const body = read.filter((line) => !reasons.has(line))
  const setting = settingOf(body)
  const notes = findFootNotes(body, setting)
  const headings = findHeadings(
    body.filter((line) => !notes.has(line)),
    setting,
    said,
  )
  const setAside: SetAside = new Map()
  const arranged = arrange(lines, setting)
  const kept = arranged.filter((line, index) => {
    const from = lines[index] as PositionedLine
    const told = notes.get(from) ?? headings.get(from)
    if (told) line.told = told
    const reason = reasons.get(from)
    if (reason) setAside.set(line, reason)
    return line.text !== ''
  })
  const flowing = [...arranged.entries()].filter(
    ([, line]) => line.text !== '' && !line.told && !setAside.has(line),
  )
  markGoingOn(
    flowing.map(([, line]) => line),
    flowing.map(([index]) => lines[index] as PositionedLine),
  )
  const headingsTold = [...headings.values()].some(({ role }) => role === 'heading')
  return readArranged(kept, { found: report, setAside, headingsTold })
}

/**
 * Where paragraphs begin with an indent, a page that begins without one goes on with the paragraph before, unless that
 * one's last line had room left.
 */
function markGoingOn(lines: readonly Line[], places: readonly PositionedLine[]): void {
  if (!readLayout(lines).indented) return
  const widths = grouped(places, columnKey)
  lines.forEach((line, index) => {
    const [place, before] = [places[index], places[index - 1]]
    if (!place || !before || place.page !== before.page + 1 || line.indent > 0) return
    const edge = (widths.get(columnKey(before)) ?? []).reduce((most, { right }) => Math.max(most, right), 0)
    const word = firstWord(place.text).length * place.size * 0.45
    if (before.right + word >= edge) line.goesOn = true
  })
}

/** The lines without characters that nobody can see; a line keeps its place, though nothing may be left of it. */
function cleanLines(lines: readonly PositionedLine[]): { lines: PositionedLine[]; report: Finding[] } {
  const counts = new Map<string, number>()
  const cleaned = lines.map((line) => {
    const { text, report } = cleanCharacters(line.text)
    for (const { what, count } of report) counts.set(what, (counts.get(what) ?? 0) + count)
    return { ...line, text: text.replace(/\s+/gu, ' ').trim() }
  })
  return { lines: cleaned, report: [...counts].map(([what, count]) => ({ what, count })) }
}
