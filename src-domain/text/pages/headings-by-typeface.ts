import type { TypographicHint } from '../lines/lines'
import { endsSentence, startsLower } from '../sentences/sentences'
import { captionOf } from '../structure/captions'
import { isGeneric } from '../structure/headings'
import { listMarker } from '../structure/lists'
import { roundedSize, sameColumn, type PositionedLine } from './positioned'
import type { Setting } from './setting'
import { TYPEFACE } from './thresholds'

/** An entry of a document's own outline (the bookmarks of a PDF); depth counts from 0. */
export interface OutlineEntry {
  readonly title: string
  readonly depth: number
}

/** The metadata of a document. */
export interface DocumentMetadata {
  readonly outline: readonly OutlineEntry[]
  /** Its title, where the metadata has one. */
  readonly title?: string
}

/** Successive lines of one column that are set alike. */
type Group = [PositionedLine, ...PositionedLine[]]

/** Level 1 is the title's. */
const FIRST_LEVEL = 2
const LAST_LEVEL = 6

/**
 * Finds headings by size, weight and the document's outline, and the title: the lines that say what the metadata says,
 * or else the largest heading of the first page. The level comes from the outline where it names the heading, else from
 * the rank of its style: larger before smaller, bold before light.
 */
export function findHeadings(
  all: readonly PositionedLine[],
  setting: Setting,
  { outline, title: metadataTitle = '' }: DocumentMetadata,
): Map<PositionedLine, TypographicHint> {
  const named = findNamedTitle(all, metadataTitle)
  const lines = all.filter((line) => !named?.includes(line))
  const depths = new Map(outline.map(({ title, depth }) => [comparedText(title), depth]))
  const depthOf = (group: Group) => depths.get(comparedText(textOf(group)))
  const groups = groupsOf(lines, setting)
    .flatMap((group) => splitAtOutlineEntries(group, depths))
    .filter((group) => isHeading(group, setting) || depthOf(group) !== undefined)
  if (named) groups.unshift(named)
  const title = named ?? titleAmong(groups, setting)
  const ranks = ranksOf(groups.filter((group) => group !== title))
  // Many outlines have the document's title as their one top entry, with all others below it.
  const isTitleOnTop = title !== undefined && depthOf(title) === 0 && outline.length > 1
  const hints = new Map<PositionedLine, TypographicHint>()
  for (const group of groups) {
    const depth = depthOf(group)
    const rank = depth === undefined ? ranks.indexOf(styleOf(group[0])) : depth - (isTitleOnTop ? 1 : 0)
    const level = Math.min(LAST_LEVEL, FIRST_LEVEL + Math.max(0, rank))
    const hint: TypographicHint = group === title ? { role: 'title' } : { role: 'heading', level }
    for (const line of group) hints.set(line, hint)
  }
  return hints
}

function groupsOf(lines: readonly PositionedLine[], setting: Setting): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (group && previous && continuesGroup(previous, line, setting)) group.push(line)
    else groups.push([line])
  }
  return groups
}

function continuesGroup(previous: PositionedLine, line: PositionedLine, { leading }: Setting): boolean {
  const mostLeading = Math.max(TYPEFACE.headingLeading, leading * TYPEFACE.headingGap)
  const isClose = line.y - previous.y < line.size * mostLeading
  return isClose && sameColumn(previous, line) && styleOf(previous) === styleOf(line)
}

/** The successive lines near the top of the first page that together are the title in the metadata. */
function findNamedTitle(lines: readonly PositionedLine[], metadataTitle: string): Group | undefined {
  const letters = comparedText(metadataTitle)
  if (letters.length < TYPEFACE.shortestTitle) return undefined
  const top = lines.filter(({ page }) => page === 1).slice(0, TYPEFACE.titleWithin)
  for (const [start, line] of top.entries()) {
    if (!letters.startsWith(comparedText(line.text))) continue
    for (let count = 1; count <= TYPEFACE.mostHeadingLines; count += 1) {
      const group = top.slice(start, start + count)
      if (comparedText(textOf(group)) === letters) return group as Group
    }
  }
  return undefined
}

/** Splits a group so that each entry of the outline is on its own, because it may look like the lines around it. */
function splitAtOutlineEntries(group: Group, depths: ReadonlyMap<string, number>): Group[] {
  if (depths.size === 0) return [group]
  const groups: Group[] = []
  let rest: PositionedLine[] = []
  const endRest = () => {
    if (rest.length > 0) groups.push(rest as Group)
    rest = []
  }
  for (let index = 0; index < group.length;) {
    const entryLines = linesOfEntry(group, index, depths)
    if (entryLines) {
      endRest()
      groups.push(group.slice(index, index + entryLines) as Group)
    } else rest.push(group[index] as PositionedLine)
    index += entryLines ?? 1
  }
  endRest()
  return groups
}

/** The number of lines from `index` on that are an entry of the outline; undefined for none. */
function linesOfEntry(group: Group, index: number, depths: ReadonlyMap<string, number>): number | undefined {
  const last = Math.min(group.length, index + TYPEFACE.mostOutlineLines)
  let letters = ''
  for (let at = index; at < last; at += 1) {
    letters += comparedText(group[at]!.text)
    if (depths.has(letters)) return at + 1 - index
  }
  return undefined
}

/** The group is larger or bolder than the body, and its words read like a heading. */
function isHeading(group: Group, setting: Setting): boolean {
  const [{ size, bold }] = group
  const isLarger = size >= setting.size * TYPEFACE.headingSize
  const isBolder = bold && !setting.bold && size >= setting.size * TYPEFACE.boldHeadingSize
  return (isLarger || isBolder) && readsLikeHeading(group, setting, isLarger)
}

function readsLikeHeading(group: Group, setting: Setting, isLarger: boolean): boolean {
  const text = textOf(group)
  if (text.length > TYPEFACE.longestHeading || group.length > TYPEFACE.mostHeadingLines) return false
  if (!/\p{L}{2}/u.test(text) || /[,;:]$/u.test(text)) return false
  if (startsLower(text) && !isLowercaseTitle(group, setting)) return false
  if (captionOf(text) || listMarker(text)?.kind === 'bullet') return false
  return !endsSentence(text) || isQuestion(text, isLarger)
}

/** A title may begin with the name of a thing that is written small: "grep: How to …". */
function isLowercaseTitle(group: Group, setting: Setting): boolean {
  const [{ page, size }] = group
  const text = textOf(group)
  const isLarge = page === 1 && size >= setting.size * TYPEFACE.lowercaseTitleSize
  return isLarge && couldBeTitle(text) && /\S(?::| [—–-]) /u.test(text)
}

/** A heading may ask or exclaim; a full stop ends a sentence of the body. */
const isQuestion = (text: string, isLarger: boolean): boolean =>
  isLarger && text.length <= TYPEFACE.longestQuestion && !/\.$/u.test(text)

/** The largest heading of the first page, unless two are equally large. */
function titleAmong(groups: readonly Group[], setting: Setting): Group | undefined {
  const first = groups.filter(
    (group) =>
      group[0].page === 1 &&
      group[0].size >= setting.size * TYPEFACE.titleSize &&
      couldBeTitle(textOf(group)),
  )
  const size = Math.max(...first.map(([line]) => line.size))
  const largest = first.filter(([line]) => line.size >= size - TYPEFACE.titleSizeSlack)
  return largest.length === 1 ? largest[0] : undefined
}

/** It is no section with a number, no heading that any document has, and no formula, which is set large too. */
const couldBeTitle = (text: string): boolean =>
  !isGeneric(text) && !/^\d+(?:\.\d+)*\.?\s/u.test(text) && !/[=∑∫∏√]/u.test(text)

/** The styles of headings, the highest rank first. */
const ranksOf = (groups: readonly Group[]): string[] =>
  [...new Map(groups.map(([line]) => [styleOf(line), line]))]
    .sort(
      ([, one], [, other]) =>
        roundedSize(other.size) - roundedSize(one.size) || Number(other.bold) - Number(one.bold),
    )
    .map(([style]) => style)

const styleOf = ({ size, bold }: PositionedLine): string => `${roundedSize(size)} ${bold}`

const textOf = (group: readonly PositionedLine[]): string => group.map(({ text }) => text).join(' ')

/** Letters and digits alone, so that spaces, hyphens and marks do not matter. */
const comparedText = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
