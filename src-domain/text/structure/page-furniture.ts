import type { Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { findPageNumbers } from './page-numbers'
import { findRunningHeads } from './running-heads'
import { FURNITURE } from './thresholds'

const ORNAMENT = /^(?:[*_=~#•·–—-] ?){3,}$/u

/** The lines that are no part of the article, with the reason of each. */
export type SetAside = Map<Line, string>

/** Finds drawn rules, page numbers and running heads among the lines of a document. */
export function findPageFurniture(lines: readonly Line[], layout: Layout): SetAside {
  const rules = lines.filter(({ text }) => text.length < FURNITURE.ornamentLimit && ORNAMENT.test(text))
  const setAside: SetAside = new Map(rules.map((line) => [line, 'separator line']))
  const pageNumbers = findPageNumbers(lines, layout)
  for (const line of pageNumbers) setAside.set(line, 'page number')
  const runningHeads = findRunningHeads(lines, pageNumbers, (line) => !setAside.has(line))
  for (const line of runningHeads) setAside.set(line, 'running head')
  return setAside
}
