import { writable } from '../picture/svg-xml'
import type { PictureLook } from '../picture-options'
import type { ExportEnv } from '../writer'

export type Cell = string | number | boolean

/**
 * Writes rows as CSV (RFC 4180) for spreadsheets: with a byte order mark, without which they do not recognise UTF-8,
 * and with every text in quotation marks, because their separators depend on the locale.
 * @param separator stands between two cells
 */
export const csv = (rows: readonly (readonly Cell[])[], separator: string): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const

/** The separator that was chosen, or that of this computer's spreadsheets. */
export const separatorOf = (chosen: PictureLook['separator'], { listSeparator }: ExportEnv): string =>
  chosen === 'system' ? listSeparator : SEPARATORS[chosen]

const cell = (value: Cell): string =>
  typeof value === 'string' ? `"${harmless(writable(value)).replaceAll('"', '""')}"` : String(value)

/** The beginning of a formula in a spreadsheet, also in full-width characters and after white space. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*'
/** A text that a spreadsheet takes for a number, a date, a time or a truth value, also in quotation marks. */
const VALUES = [
  /^\s*[$€£]?\s*\(?\d[\d.,:/\-\s]*(?:e[+-]?\d+)?\s*(?:%|[$€£]|[ap]m?|\))?\s*$/i,
  /^\s*[.,]\d+\s*%?\s*$/,
  new RegExp(String.raw`^\s*\d{1,4}[\s./-]*${MONTH}(?:[\s.,/-]*\d{1,4})?\s*$`, 'i'),
  new RegExp(String.raw`^\s*${MONTH}[\s./-]*\d{1,4}(?:[\s,./-]+\d{2,4})?\s*$`, 'i'),
  /^\s*(?:true|false)\s*$/i,
]

/** UTF-16 units. No number and no date is longer, and the patterns would take long for many blanks. */
const LONGEST_VALUE = 200

/**
 * Where a cell begins for a spreadsheet that parts fields at another sign than the file does: it takes the quotation
 * marks of such a cell for a part of its text, so line breaks and separators within it count.
 */
const FORMULA_WITHIN = /([,;|\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/gu

/** Puts an apostrophe before a text that a spreadsheet would run as a formula or turn into a value. */
function harmless(text: string): string {
  const within = text.replace(FORMULA_WITHIN, "$1'")
  return FORMULA.test(text) || /^[\t\r\n]/.test(text) || isValue(text) ? `'${within}` : within
}

/** A date in the form of ISO 8601 may become one: it is the same day everywhere. */
const isValue = (text: string): boolean =>
  text.length <= LONGEST_VALUE &&
  !/^(?:\d{4}-\d\d-\d\d|[1-9]\d{0,3})?$/.test(text) &&
  VALUES.some((value) => value.test(text))
