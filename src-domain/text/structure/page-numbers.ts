import type { Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { endsCut, endsSentence, startsMidSentence } from '../sentences/sentences'
import { FURNITURE } from './thresholds'

const PAGE_NUMBER =
  /^(?:[-–—|[(]\s*)?(?:(?:page|p\.|pg\.?|seite|página)\s*)?(\d{1,4})(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:\s*[-–—|\])])?$/iu
const ROMAN_PAGE_NUMBER = /^[ivxlc]{1,7}$/u
/** It can be nothing else: "p. 3", "3 of 12", "- 3 -". */
const CERTAIN_PAGE_NUMBER = /^(?:page|p\.|pg\.?)\s*\d|\d\s*(?:of|\/)\s*\d|^[-–—|[(]\s*\d+\s*[-–—|\])]$/iu

/** The text is nothing but the number of a page. */
export const isPageNumber = (text: string): boolean => pageNumberOf(text) !== undefined

/** A line that is nothing but a number. */
interface Numeral {
  readonly line: Line
  readonly number: number
  /** It is at a page break, or its words say that it is a page number. */
  readonly isCertain: boolean
  /** It is inside a sentence, where only a page number can be. */
  readonly interrupts: boolean
}

/** Finds page numbers: at page breaks, by their words, or as a rising run of which one interrupts a sentence. */
export function findPageNumbers(lines: readonly Line[], layout: Layout): Set<Line> {
  const numerals = lines.flatMap((_, index) => numeralAt(lines, index) ?? [])
  const certain = numerals.filter(({ isCertain }) => isCertain)
  const counting = risingRuns(numerals).filter((run) => countsPages(run, layout))
  return new Set([...certain, ...counting.flat()].map(({ line }) => line))
}

function numeralAt(lines: readonly Line[], index: number): Numeral | undefined {
  const [line, previous, next] = [lines[index] as Line, lines[index - 1], lines[index + 1]]
  const number = pageNumberOf(line.text)
  if (number === undefined) return undefined
  // Numbers right above one another are the column of a table.
  if ([previous, next].some((other) => other && isPageNumber(other.text))) return undefined
  const isCertain = line.page || next?.page === true || CERTAIN_PAGE_NUMBER.test(line.text)
  // Where the pages are known, a number in the middle of one belongs to a formula or a table.
  if (!isCertain && line.sheet !== undefined && next) return undefined
  return { line, number, isCertain, interrupts: isCertain || interruptsSentence(line, previous, next) }
}

function interruptsSentence(line: Line, previous: Line | undefined, next: Line | undefined): boolean {
  if (!previous || previous.text.length <= FURNITURE.longestLabel || endsSentence(previous.text)) return false
  const runsOn = next !== undefined && (startsMidSentence(next.text) || endsCut(previous.text))
  return runsOn || line.blanks > 0
}

/** Splits numbers into runs in which each is a page or two after the one before. */
function risingRuns(numerals: readonly Numeral[]): Numeral[][] {
  const runs: Numeral[][] = []
  for (const numeral of numerals) {
    const run = runs.at(-1)
    const step = numeral.number - (run?.at(-1)?.number ?? Infinity)
    if (run && step >= 1 && step <= FURNITURE.mostPageStep) run.push(numeral)
    else runs.push([numeral])
  }
  return runs
}

/** Chapters may be numbered in the same way, but a chapter never begins inside a sentence. */
function countsPages(run: readonly Numeral[], layout: Layout): boolean {
  const [first] = run
  if (run.length > 1) return run.some(({ interrupts }) => interrupts)
  const isYear = first !== undefined && first.number >= FURNITURE.lonePageLimit
  return first !== undefined && !isYear && layout.wrapped && first.line.blanks > 0
}

function pageNumberOf(text: string): number | undefined {
  if (text.length > FURNITURE.longestPageNumber) return undefined
  const match = PAGE_NUMBER.exec(text)
  if (match) return Number(match[1])
  return ROMAN_PAGE_NUMBER.test(text) ? romanValue(text) : undefined
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanValue(text: string): number {
  const values = [...text].map((letter) => ROMAN_VALUES[letter] ?? 0)
  // A smaller value before a larger one counts down: "ix".
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
