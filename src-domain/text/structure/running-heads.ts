import { groupBy } from '../../collections/group-by'
import type { Line } from '../lines/lines'
import { endsSentence, startsMidSentence } from '../sentences/sentences'
import { FURNITURE } from './thresholds'

/**
 * Where a short line is: at the edge of a page (`edge`), at an edge and inside a sentence (`inside`), inside a
 * sentence with no sign of a page (`between`), or within the text (`text`).
 */
type Position = 'edge' | 'inside' | 'between' | 'text'

/**
 * Finds running heads: lines that recur on several pages, page numbers not compared. Headings and refrains recur too,
 * so most occurrences must be at the edge of a page or inside a sentence.
 * @param isFree whether a line has not been set aside for another reason
 */
export function findRunningHeads(
  lines: readonly Line[],
  pageNumbers: ReadonlySet<Line>,
  isFree: (line: Line) => boolean,
): Line[] {
  const candidates = [...lines.entries()].filter(([, line]) => isFree(line) && couldBeRunningHead(line.text))
  const alike = groupBy(candidates, ([, line]) => comparedText(line.text))
  return [...alike.values()]
    .filter((entries) => areRunningHeads(entries.map(([index]) => positionOf(lines, index, pageNumbers))))
    .flatMap((entries) => entries.map(([, line]) => line))
}

const couldBeRunningHead = (text: string): boolean =>
  text.length >= FURNITURE.shortestRunningHead &&
  text.length <= FURNITURE.longestRunningHead &&
  /\p{L}{2}/u.test(text)

const comparedText = (text: string): string => text.toLowerCase().replace(/^\d{1,4}\b|\b\d{1,4}$/gu, '#')

function areRunningHeads(positions: readonly Position[]): boolean {
  const count = (...kinds: Position[]): number =>
    positions.filter((position) => kinds.includes(position)).length
  const isOften =
    positions.length >= FURNITURE.oftenFrom &&
    count('edge', 'inside', 'between') >= positions.length * FURNITURE.edgeShare
  // A line that occurs once is no running head, wherever it is.
  const isAlways = positions.length > 1 && count('edge', 'inside') === positions.length
  return isOften || isAlways
}

function positionOf(lines: readonly Line[], index: number, pageNumbers: ReadonlySet<Line>): Position {
  const line = lines[index]
  if (!line || endsSentence(line.text) || startsMidSentence(line.text)) return 'text'
  const isNumber = (other: Line | undefined): boolean => other !== undefined && pageNumbers.has(other)
  const [previous, next] = [lines[index - 1], lines[index + 1]]
  const before = isNumber(previous) ? lines[index - 2] : previous
  const after = isNumber(next) ? lines[index + 2] : next
  const isInside = interruptsSentence(before, after)
  const isAtEdge = line.page || isNumber(previous) || next?.page === true || isNumber(next)
  if (isAtEdge) return isInside ? 'inside' : 'edge'
  return isInside && standsAlone(line, next) && isLong(before) ? 'between' : 'text'
}

const interruptsSentence = (before: Line | undefined, after: Line | undefined): boolean =>
  before !== undefined && after !== undefined && !endsSentence(before.text) && startsMidSentence(after.text)

/** Empty lines are above and below. */
const standsAlone = (line: Line, next: Line | undefined): boolean =>
  line.blanks > 0 && next !== undefined && next.blanks > 0

const isLong = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length > FURNITURE.longestUninterrupted
