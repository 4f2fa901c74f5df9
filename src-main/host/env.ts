import { createHash, randomBytes } from 'node:crypto'
import type { Env } from '#domain/document/project'

/** The real environment: the clock, and ids that are unique across machines. */
export const env: Env = {
  newId: () => randomBytes(9).toString('base64url'),
  now: () => new Date().toISOString(),
}

/** The name space of UUIDs that are made of ids of records. */
const NAMES = Buffer.from('6f7c1c0e5a0b4d0d9c4e2f1d8a3b7c55', 'hex')

/** A UUID of version 5 (RFC 9562) made of a text. */
export function uuid(text: string): string {
  const bytes = createHash('sha1').update(NAMES).update(text, 'utf8').digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
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
