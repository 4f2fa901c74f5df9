import { randomBytes } from 'node:crypto'
import type { Env } from '#domain/document/project'

/** The real environment: the clock, and ids that are unique across machines. */
export const env: Env = {
  newId: () => randomBytes(9).toString('base64url'),
  now: () => new Date().toISOString(),
}

/**
 * What parts the fields of a CSV file for the spreadsheets of this computer: a semicolon where the comma parts decimals,
 * as in Turkish, German and French.
 */
export function listSeparator(): ',' | ';' {
  const decimal = new Intl.NumberFormat().formatToParts(1.5).find(({ type }) => type === 'decimal')
  return decimal?.value === ',' ? ';' : ','
}

/** Today's date in the local time zone, such as 2026-01-02. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
