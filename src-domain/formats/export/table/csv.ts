import { writable } from '../picture/svg-xml'

export type Cell = string | number | boolean

/**
 * Rows as CSV (RFC 4180) that spreadsheets open by a double click: a byte order mark, without which they take UTF-8 for
 * something else; every text in quotation marks, so that no separator of theirs parts it.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

const cell = (value: Cell): string =>
  typeof value === 'string' ? `"${harmless(writable(value)).replaceAll('"', '""')}"` : String(value)

/** What a spreadsheet takes for a formula, in its narrow and its wide form; white space before it does not save it. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u

/** An apostrophe makes words of a formula; spreadsheets do not run what stands after one. */
const harmless = (text: string): string => (FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text)
