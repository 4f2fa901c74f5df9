import { captionOf } from '../structure/captions'
import { isGeneric } from '../structure/headings'
import type { TypographicHint } from '../lines/lines'
import { listMarker } from '../structure/lists'
import { half, sameColumn, type PositionedLine, type Setting } from './positioned'
import { endsSentence, startsLower } from '../sentences/sentences'

/** An entry of a document's own table of contents; depth counts from 0. */
export interface OutlineEntry {
  readonly title: string
  readonly depth: number
}

/** What a document says of itself, beside its text. */
export interface DocumentMetadata {
  readonly outline: readonly OutlineEntry[]
  /** What it calls itself, where it says so. */
  readonly title?: string
}

/** Lines that are set alike, one right under the other. */
type Group = [PositionedLine, ...PositionedLine[]]

const LONGEST = 200
const MOST_LINES = 5
const HIGHEST = 2
const LOWEST = 6

/**
 * Finds headings by their size, their weight and the document's outline, and the title: what the document calls itself,
 * or else the largest of them on the first page. What is larger ranks higher; the outline knows best.
 */
export function findHeadings(
  all: readonly PositionedLine[],
  setting: Setting,
  { outline, title: called = '' }: DocumentMetadata,
): Map<PositionedLine, TypographicHint> {
  const named = linesNaming(all, called)
  const lines = all.filter((line) => !named?.includes(line))
  const depths = new Map(outline.map(({ title, depth }) => [lettersOf(title), depth]))
  const groups = groupsOf(lines, setting)
    .flatMap((group) => cutOut(group, depths))
    .filter((group) => stands(group, setting) || depths.has(lettersOf(wordsOf(group))))
  if (named) groups.unshift(named)
  const title = named ?? titleAmong(groups, setting)
  const ranks = ranksOf(groups.filter((group) => group !== title))
  // Many documents are the one entry of their own outline that all others are under.
  const inset = title && depths.get(lettersOf(wordsOf(title))) === 0 && outline.length > 1 ? 1 : 0
  const found = new Map<PositionedLine, TypographicHint>()
  for (const group of groups) {
    const depth = depths.get(lettersOf(wordsOf(group)))
    const rank = depth === undefined ? ranks.indexOf(styleOf(group[0])) : depth - inset
    const level = Math.min(LOWEST, HIGHEST + Math.max(0, rank))
    const told: TypographicHint = group === title ? { role: 'title' } : { role: 'heading', level }
    for (const line of group) found.set(line, told)
  }
  return found
}

function groupsOf(lines: readonly PositionedLine[], { leading }: Setting): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    const close = previous && line.y - previous.y < line.size * Math.max(1.6, leading * 1.25)
    const alike = previous && sameColumn(previous, line) && styleOf(previous) === styleOf(line)
    if (group && close && alike) group.push(line)
    else groups.push([line])
  }
  return groups
}

/** The lines of the first page that say what the document calls itself, as one. */
function linesNaming(lines: readonly PositionedLine[], called: string): Group | undefined {
  const letters = lettersOf(called)
  const first = lines.filter(({ page }) => page === 1).slice(0, 40)
  if (letters.length < 8) return undefined
  for (const [start, line] of first.entries()) {
    for (let count = 1; count <= MOST_LINES && letters.startsWith(lettersOf(line.text)); count += 1) {
      const group = first.slice(start, start + count)
      if (lettersOf(wordsOf(group)) === letters) return group as Group
    }
  }
  return undefined
}

/** Takes lines that the outline names out of the others that they are set like. */
function cutOut(group: Group, depths: ReadonlyMap<string, number>): Group[] {
  if (depths.size === 0) return [group]
  const groups: Group[] = []
  let rest: PositionedLine[] = []
  const end = () => {
    if (rest.length > 0) groups.push(rest as Group)
    rest = []
  }
  for (let index = 0; index < group.length;) {
    const named = [1, 2, 3].find((count) => depths.has(lettersOf(wordsOf(group.slice(index, index + count)))))
    if (named) {
      end()
      groups.push(group.slice(index, index + named) as Group)
    } else rest.push(group[index] as PositionedLine)
    index += named ?? 1
  }
  end()
  return groups
}

/** The group is larger or bolder than the body, and reads like a heading. */
function stands(group: Group, setting: Setting): boolean {
  const [{ size, bold, page }] = group
  const words = wordsOf(group)
  const larger = size >= setting.size * 1.13
  if (!larger && !(bold && !setting.bold && size >= setting.size * 0.95)) return false
  if (words.length > LONGEST || group.length > MOST_LINES || !/\p{L}{2}/u.test(words)) return false
  // The name of a thing may begin small, and a title with it: “grep: How to …”.
  const couldBeTitle =
    page === 1 && size >= setting.size * 1.3 && namesDocument(words) && /\S(?::| [—–-]) /u.test(words)
  if ((startsLower(words) && !couldBeTitle) || captionOf(words) || listMarker(words)?.kind === 'bullet')
    return false
  return (
    !/[,;:]$/u.test(words) && !(endsSentence(words) && (!larger || words.length > 80 || /\.$/u.test(words)))
  )
}

/** The largest heading of the first page that has any, when no other of that page is as large. */
function titleAmong(groups: readonly Group[], setting: Setting): Group | undefined {
  const first = groups.filter(
    (group) => group[0].page === 1 && group[0].size >= setting.size * 1.2 && namesDocument(wordsOf(group)),
  )
  const size = Math.max(...first.map(([line]) => line.size))
  const largest = first.filter(([line]) => line.size >= size - 0.5)
  return largest.length === 1 ? largest[0] : undefined
}

/** A section has a number or a name that any document has, and a formula is set large too. */
const namesDocument = (words: string): boolean =>
  !isGeneric(words) && !/^\d+(?:\.\d+)*\.?\s/u.test(words) && !/[=∑∫∏√]/u.test(words)

/** The ways in which headings are set, the highest first. */
const ranksOf = (groups: readonly Group[]): string[] =>
  [...new Map(groups.map(([line]) => [styleOf(line), line]))]
    .sort(([, one], [, other]) => half(other.size) - half(one.size) || Number(other.bold) - Number(one.bold))
    .map(([style]) => style)

const styleOf = ({ size, bold }: PositionedLine): string => `${half(size)} ${bold}`

const wordsOf = (group: readonly PositionedLine[]): string => group.map(({ text }) => text).join(' ')

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
