import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** The response to a rejected request: its status and a sentence. */
export interface Refusal {
  readonly status: number
  readonly message: string
  /** The allowed methods, if the method was wrong. */
  readonly allow?: string
}

/** The parts of a request that decide whether it is rejected. */
export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'httpVersion' | 'headers' | 'rawHeaders'>

/** A new token of 256 random bits for each start. Whoever has it was given the address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const ELSEWHERE: Refusal = { status: 403, message: 'Counterpoint does not answer requests from other pages.' }
const MALFORMED: Refusal = { status: 400, message: 'The request was refused: it is not well formed.' }

/** Headers that matter here. A duplicate could be read in two ways. */
const DECISIVE = ['origin', 'authorization', 'content-type', 'content-length', 'sec-fetch-site']

/**
 * Rejects requests that use another name for this machine (DNS rebinding), come from a page of another origin, or are
 * ambiguous. The name is checked first.
 */
export function refuseStrangers(
  { headers, rawHeaders, httpVersion, url }: RequestHead,
  port: number,
): Refusal | undefined {
  const ours = `127.0.0.1:${port}`
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  const times = (name: string) => names.filter((each) => each === name).length
  if (headers.host !== ours || times('host') !== 1) {
    return { status: 421, message: 'Counterpoint does not answer under this name.' }
  }
  if (httpVersion !== '1.1') {
    return { status: 505, message: 'Counterpoint does not speak this version of the protocol.' }
  }
  if (headers.origin !== undefined && headers.origin !== `http://${ours}`) return ELSEWHERE
  if (DECISIVE.some((name) => times(name) > 1) || !url?.startsWith('/')) return MALFORMED
  if (headers.upgrade !== undefined) {
    return { status: 400, message: 'The request was refused: other protocols are not supported.' }
  }
  if (headers.expect !== undefined) {
    return { status: 417, message: 'The request was refused: an Expect header is not supported.' }
  }
  return undefined
}

/**
 * Rejects requests for the page's files that only another site would make. Links from anywhere may lead to the page
 * itself: it has no data until it has the token.
 */
export function refuseReading({ method, headers }: RequestHead): Refusal | undefined {
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, message: 'This address accepts only GET and HEAD.', allow: 'GET, HEAD' }
  }
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0) {
    return MALFORMED
  }
  const site = headers['sec-fetch-site']
  const comesHere = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return site === undefined || site === 'same-origin' || comesHere ? undefined : ELSEWHERE
}

/** Rejects requests of the contract that do not come from the page itself or do not contain JSON. */
export function refuseCall({ method, headers }: RequestHead, token: string): Refusal | undefined {
  if (method !== 'POST') return { status: 405, message: 'This address accepts only POST.', allow: 'POST' }
  const site = headers['sec-fetch-site']
  if (headers.origin === undefined || (site !== undefined && site !== 'same-origin')) return ELSEWHERE
  if (!isSame(headers.authorization ?? '', `Bearer ${token}`)) {
    return {
      status: 401,
      message:
        'This page belongs to an earlier start of Counterpoint. Open the address that Counterpoint printed last in this tab.',
    }
  }
  if (!isPlainJson(headers)) {
    return { status: 415, message: 'The request was refused: it is not JSON. Nothing was changed.' }
  }
  return undefined
}

const isPlainJson = (headers: IncomingHttpHeaders): boolean =>
  /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined

/** Compares in constant time, so that the time does not reveal the first difference. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
