import { writable } from '../picture/svg-xml'

export type Cell = string | number | boolean

/**
 * Writes rows as CSV (RFC 4180) for spreadsheets: with a byte order mark, without which they do not recognise UTF-8,
 * and with every text in quotation marks, because their separators depend on the locale.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

const cell = (value: Cell): string =>
  typeof value === 'string' ? `"${harmless(writable(value)).replaceAll('"', '""')}"` : String(value)

/** The beginning of a formula in a spreadsheet, also in full-width characters and after white space. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. */
const harmless = (text: string): string => (FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text)
