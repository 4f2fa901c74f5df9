import { cleanCharacters } from '../clean/characters'
import type { Line, TypographicHint } from '../lines/lines'
import { CONTENTS_ASIDE, findContents } from '../structure/contents'
import type { Finding } from '../structure/passages'
import { readArranged, type ReadText } from '../structure/plain-text'
import { arrange } from './arrange'
import { markContinuations, type PlacedLine } from './continuations'
import { findFootNotes } from './foot-notes'
import { findHeadings, type DocumentMetadata } from './headings-by-typeface'
import { findPageEdges } from './page-edges'
import type { PositionedLine } from './positioned'
import { settingOf } from './setting'

/** A document as an extractor gives it: its lines, and what it says about itself. */
export interface Document extends DocumentMetadata {
  /** In reading order: page by page, column by column. */
  readonly lines: readonly PositionedLine[]
  /** Lines that the extractor found to be no part of the text, with the reason. */
  readonly setAside?: ReadonlyMap<PositionedLine, string>
}

/**
 * Reads the lines of a document with pages. It does what `readPlainText` does, with the position, size and weight of
 * each line to go by: running heads, feet and page numbers are set aside, small lines at the foot become notes, large
 * or bold lines become headings, and each block has its page.
 */
export function readPagedText({ lines: given, setAside: known, ...metadata }: Document): ReadText {
  const { lines, report } = cleanLines(given)
  const asides = findAsides(lines, (index) => known?.get(given[index] as PositionedLine))
  const body = lines.filter((line) => line.text !== '' && !asides.has(line))
  const setting = settingOf(body)
  const notes = findFootNotes(body, setting)
  const withoutNotes = body.filter((line) => !notes.has(line))
  const headings = findHeadings(withoutNotes, setting, metadata)
  const placed = place(lines, arrange(lines, setting), new Map([...headings, ...notes]))
  markContinuations(placed.filter((each) => !each.line.hint && !asides.has(each.place)))
  return readArranged(
    placed.map(({ line }) => line),
    {
      found: report,
      setAside: new Map(
        placed.flatMap((each) => {
          const reason = asides.get(each.place)
          return reason ? [[each.line, reason] as const] : []
        }),
      ),
      headingsKnown: [...headings.values()].some(({ role }) => role === 'heading'),
    },
  )
}

/** Cleans the text of each line. A line that becomes empty stays, so that lines keep their index. */
function cleanLines(lines: readonly PositionedLine[]): { lines: PositionedLine[]; report: Finding[] } {
  const counts = new Map<string, number>()
  const cleaned = lines.map((line) => {
    const { text, report } = cleanCharacters(line.text)
    for (const { what, count } of report) counts.set(what, (counts.get(what) ?? 0) + count)
    return { ...line, text: text.replace(/\s+/gu, ' ').trim() }
  })
  return { lines: cleaned, report: [...counts].map(([what, count]) => ({ what, count })) }
}

/**
 * The lines that are no part of the text, with the reason: what the extractor found, page edges, tables of contents.
 */
function findAsides(
  lines: readonly PositionedLine[],
  knownReason: (index: number) => string | undefined,
): Map<PositionedLine, string> {
  const asides = new Map<PositionedLine, string>()
  lines.forEach((line, index) => {
    const reason = knownReason(index)
    if (reason) asides.set(line, reason)
  })
  for (const [line, name] of findPageEdges(lines)) asides.set(line, name)
  const remaining = lines.filter((line) => line.text !== '' && !asides.has(line))
  for (const line of findContents(remaining)) asides.set(line, CONTENTS_ASIDE)
  return asides
}

/** Pairs each arranged line with its place, gives it its hint and drops the empty ones. */
function place(
  places: readonly PositionedLine[],
  arranged: readonly Line[],
  hints: ReadonlyMap<PositionedLine, TypographicHint>,
): PlacedLine[] {
  return arranged
    .map((line, index) => {
      const from = places[index] as PositionedLine
      const hint = hints.get(from)
      return { line: hint ? { ...line, hint } : line, place: from }
    })
    .filter(({ line }) => line.text !== '')
}
