import { readFile, writeFile } from 'node:fs/promises'
import { median } from './statistics'

/** A row of the table. */
export interface Row {
  readonly what: string
  /** The value of each run. */
  readonly values: readonly number[]
  readonly unit: 'ms' | '/s' | 'px' | 'pt' | '%' | ''
  /** The most it may be, in the row's unit; undefined for information only. */
  readonly target?: number
  /** The least it may be. */
  readonly least?: number
  /** The most that the ratio to the other program may be. */
  readonly ratio?: number
  /** The same measurement of another program, in the same run. */
  readonly beside?: { readonly name: string; readonly values: readonly number[] }
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** `12.3 (11.9–14.0)`: the median, minimum and maximum. */
const spread = (values: readonly number[]): string =>
  `${number(median(values))} (${number(Math.min(...values))}–${number(Math.max(...values))})`

const ratioOf = ({ values, beside }: Row): number =>
  beside ? median(values) / median(beside.values) : Number.NaN

export const isMissed = (row: Row): boolean =>
  (row.target !== undefined && !(median(row.values) <= row.target)) ||
  (row.least !== undefined && !(median(row.values) >= row.least)) ||
  (row.ratio !== undefined && !(ratioOf(row) <= row.ratio))

function targetOf({ target, least, ratio, unit }: Row): string {
  if (target !== undefined) return `≤ ${target} ${unit}`
  if (least !== undefined) return `≥ ${least} ${unit}`
  return ratio === undefined ? '' : `≤ ${ratio}×`
}

const cells = (row: Row): string[] => [
  row.what,
  `${spread(row.values)} ${row.unit}`.trim(),
  `${targetOf(row)}${isMissed(row) ? ': missed' : ''}`,
  row.beside ? `${row.beside.name}: ${spread(row.beside.values)} ${row.unit}`.trim() : '',
  row.beside ? `${number(ratioOf(row))}×` : '',
]

const HEADS = ['', 'median (least–most)', 'target', 'beside it', 'ratio']

function table(rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(cells)]
  const widths = HEADS.map((_, column) => Math.max(3, ...lines.map((line) => line[column]!.length)))
  const line = (parts: readonly string[]) =>
    `| ${parts.map((part, column) => part.padEnd(widths[column]!)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(HEADS), rule, ...lines.slice(1).map(line)].join('\n')
}

/** The tables, as printed and as in docs/performance.md. */
export const tables = (sections: readonly Section[]): string =>
  sections.map(({ title, rows }) => `### ${title}\n\n${table(rows)}\n`).join('\n')

const HEADING = /^(?=### )/m
const titleOf = (text: string): string => text.slice(0, text.indexOf('\n'))

/**
 * Puts new figures into the text of docs/performance.md. A section that was measured again replaces the old one,
 * others stay, and new ones come last, before the control, which is always that of the last run.
 */
export function withFigures(before: string, sections: readonly Section[]): string {
  const known = before.trim().split(HEADING).filter(Boolean)
  const fresh = sections.map((section) => tables([section]))
  const kept = known.map(
    (text) => fresh.find((each) => titleOf(each) === titleOf(text)) ?? `${text.trim()}\n`,
  )
  const titles = new Set(kept.map(titleOf))
  const all = [...kept, ...fresh.filter((each) => !titles.has(titleOf(each)))]
  const isControl = (text: string) => titleOf(text) === '### Control'
  return [...all.filter((text) => !isControl(text)), ...all.filter(isControl)].join('\n')
}

const MARKS = ['<!-- measured -->', '<!-- end of measured -->'] as const

/** Replaces the figures between the marks of a page of the docs. */
export async function writeFigures(path: string, sections: readonly Section[]): Promise<void> {
  const page = await readFile(path, 'utf8')
  const [start, end] = [page.indexOf(MARKS[0]) + MARKS[0].length, page.indexOf(MARKS[1])]
  const figures = withFigures(page.slice(start, end), sections)
  await writeFile(path, `${page.slice(0, start)}\n\n${figures}\n${page.slice(end)}`)
}
