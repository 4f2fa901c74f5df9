import { oneLine, visit, type PageElement } from './html-dom'
import { SKIPPED } from './html-tags'

/** With more characters than this in a cell, the table is for layout, not data. */
const CELL_LENGTH = 1500
const CELL_PARTS = 4
const PARTS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote'])

/** The rows of a data table as the texts of their cells; undefined for a layout table. */
export function rowsOf(table: PageElement, wordsOf: (cell: PageElement) => string): string[][] | undefined {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return undefined
  const rows: PageElement[][] = []
  let parts = 0
  let marked = false
  let layout = false
  visit(table, {
    text: () => undefined,
    enter: (element) => {
      const name = element.localName
      if (name === 'table') layout = true
      if (name === 'th' || name === 'caption' || name === 'thead') marked = true
      if (name === 'tr') rows.push([])
      if (name === 'td' || name === 'th') {
        parts = 0
        ;(rows.at(-1) ?? rows[rows.push([]) - 1]!).push(element)
      }
      if (PARTS.has(name) && ++parts > CELL_PARTS && !marked) layout = true
      return !layout && !SKIPPED.has(name)
    },
    leave: () => undefined,
  })
  if (layout || !rows.some((row) => row.length > 1)) return undefined
  const words = rows.map((row) => row.map((cell) => oneLine(wordsOf(cell))))
  if (!marked && words.flat().some((cell) => cell.length > CELL_LENGTH)) return undefined
  return words.filter((row) => row.some((cell) => cell !== ''))
}

/** A table as text, with one line for each row. */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join(' | ')).join('\n')
