import type { Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { endsCut, endsSentence, startsMidSentence } from '../sentences/sentences'

const PAGE_NUMBER =
  /^(?:[-–—|[(]\s*)?(?:(?:page|p\.|pg\.?|seite|página)\s*)?(\d{1,4})(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:\s*[-–—|\])])?$/iu
const ROMAN_PAGE_NUMBER = /^[ivxlc]{1,7}$/u
const ORNAMENT = /^(?:[*_=~#•·–—-] ?){3,}$/u
const NAMED_PAGE_NUMBER = /^(?:page|p\.|pg\.?)\s*\d|\d\s*(?:of|\/)\s*\d|^[-–—|[(]\s*\d+\s*[-–—|\])]$/iu

const PAGE_NUMBER_REASON = 'page number'

/** Why a line is no part of the article, by line. */
export type SetAside = Map<Line, string>

/** Finds page numbers, running heads and drawn rules among the lines of a document. */
export function findPageFurniture(lines: readonly Line[], layout: Layout): SetAside {
  const found: SetAside = new Map()
  for (const line of lines)
    if (line.text.length < 200 && ORNAMENT.test(line.text)) found.set(line, 'rule between parts')
  findPageNumbers(lines, layout, found)
  findRunningHeads(lines, found)
  return found
}

/** A bare number on a line. */
interface Numeral {
  line: Line
  number: number
  /** It stands inside a sentence, where nothing but a page number can. */
  interrupts: boolean
}

function findPageNumbers(lines: readonly Line[], layout: Layout, found: SetAside): void {
  const runs: Numeral[][] = []
  lines.forEach((line, index) => {
    const number = bareNumber(line.text)
    if (number === undefined) return
    const [previous, next] = [lines[index - 1], lines[index + 1]]
    // Numbers under one another are the column of a table, not pages.
    if ([previous, next].some((other) => other && bareNumber(other.text) !== undefined)) return
    const unfinished = previous !== undefined && previous.text.length > 15 && !endsSentence(previous.text)
    const goesOn = next !== undefined && (startsMidSentence(next.text) || endsCut(previous?.text ?? ''))
    const atBreak = line.page || next?.page === true || NAMED_PAGE_NUMBER.test(line.text)
    if (atBreak) found.set(line, PAGE_NUMBER_REASON)
    // Where the pages are known, a number in the middle of one is a part of a formula or a table.
    else if (line.sheet !== undefined && next) return
    const numeral = { line, number, interrupts: atBreak || (unfinished && (goesOn || line.blanks > 0)) }
    const run = runs.at(-1)
    const step = number - (run?.at(-1)?.number ?? Infinity)
    if (run && step >= 1 && step <= 2) run.push(numeral)
    else runs.push([numeral])
  })
  for (const run of runs) {
    // Chapters may be numbered in the same way, but a chapter never begins inside a sentence.
    const [first, second] = run
    const lone = !second && first && first.number < 1000 && layout.wrapped && first.line.blanks > 0
    if (lone || (second && run.some((numeral) => numeral.interrupts)))
      for (const { line } of run) found.set(line, PAGE_NUMBER_REASON)
  }
}

/** The text is nothing but the number of a page. */
export const isPageNumber = (text: string): boolean => bareNumber(text) !== undefined

function bareNumber(text: string): number | undefined {
  if (text.length > 24) return undefined
  const match = PAGE_NUMBER.exec(text)
  if (match) return Number(match[1])
  return ROMAN_PAGE_NUMBER.test(text) ? romanValue(text) : undefined
}

function romanValue(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  let sum = 0
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text[index] ?? ''] ?? 0
    sum += value < (values[text[index + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

/**
 * A running head stands on several pages, its page number aside. A heading or a refrain may recur as well, so most
 * occurrences must also stand where a page ends: beside a page break or a page number, or inside a sentence.
 */
function findRunningHeads(lines: readonly Line[], found: SetAside): void {
  const places = new Map<string, number[]>()
  lines.forEach((line, index) => {
    if (line.text.length < 4 || line.text.length > 100 || found.has(line) || !/\p{L}{2}/u.test(line.text))
      return
    const key = line.text.toLowerCase().replace(/^\d{1,4}\b|\b\d{1,4}$/gu, '#')
    const known = places.get(key)
    if (known) known.push(index)
    else places.set(key, [index])
  })
  for (const indexes of places.values()) {
    const positions = indexes.map((index) => positionOf(lines, index, found))
    const count = (...kinds: Position[]): number =>
      positions.filter((position) => kinds.includes(position)).length
    const often = indexes.length > 2 && count('edge', 'inside', 'between') * 2 >= indexes.length
    const always = count('edge', 'inside') === indexes.length && (indexes.length > 1 || count('inside') > 0)
    if (often || always) for (const index of indexes) found.set(lines[index] as Line, 'running head')
  }
}

/**
 * Where a short line stands: at the edge of a page, at an edge and inside a sentence too, between the halves of a
 * sentence with no sign of a page, or none of these.
 */
type Position = 'edge' | 'inside' | 'between' | 'text'

function positionOf(lines: readonly Line[], index: number, found: SetAside): Position {
  const isNumber = (line: Line | undefined): boolean =>
    line !== undefined && found.get(line) === PAGE_NUMBER_REASON
  const [line, previous, next] = [lines[index], lines[index - 1], lines[index + 1]]
  if (!line || endsSentence(line.text) || startsMidSentence(line.text)) return 'text'
  const before = isNumber(previous) ? lines[index - 2] : previous
  const after = isNumber(next) ? lines[index + 2] : next
  const cutsIn = before && after && !endsSentence(before.text) && startsMidSentence(after.text)
  const opens = line.page || isNumber(previous)
  const closes = next?.page === true || isNumber(next)
  if (opens || closes) return cutsIn ? 'inside' : 'edge'
  const alone = line.blanks > 0 && next !== undefined && next.blanks > 0
  return cutsIn && alone && before.text.length > 30 ? 'between' : 'text'
}
