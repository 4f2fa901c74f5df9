import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A request that is turned away: the status and a sentence. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

/** 256 random bits, new at each start: whoever has it was given the address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * Refuses requests that name this machine by another name (a page elsewhere whose name was made to point here) or that
 * were sent by a page of another origin.
 */
export function refuseStrangers(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!headers.host || !names.includes(headers.host)) {
    return { status: 421, message: 'Counterpoint does not answer under this name.' }
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return { status: 403, message: 'Counterpoint does not answer to pages from elsewhere.' }
  }
  return undefined
}

/** Refuses requests of the contract that do not come from the page itself, or that do not carry JSON. */
export function refuseCall(headers: IncomingHttpHeaders, token: string): Refusal | undefined {
  const site = headers['sec-fetch-site']
  if (headers.origin === undefined || (site !== undefined && site !== 'same-origin')) {
    return { status: 403, message: 'Counterpoint does not answer to pages from elsewhere.' }
  }
  if (!isSame(headers.authorization ?? '', `Bearer ${token}`)) {
    return {
      status: 401,
      message:
        'This page is not from this start of Counterpoint. Open the address that it printed when it started.',
    }
  }
  if (!/^application\/json(\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return { status: 415, message: 'The request was refused: it is not JSON. Nothing was changed.' }
  }
  return undefined
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
