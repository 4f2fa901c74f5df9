import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Answer } from '#api/dispatch'
import { SECURITY_HEADERS } from '../shell/policy'

/** UTF-16 units encoded at a time. */
const PIECE = 1024 * 1024

/** Sends JSON in pieces: a project of a hundred million characters in one piece would block every other request. */
export function sendJson(response: ServerResponse, status: number, value: Answer): void {
  const text = JSON.stringify(value)
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8' })
  if (text.length <= PIECE) response.end(text)
  // A client that has disconnected needs no response.
  else pipeline(Readable.from(piecesOf(text)), response, () => undefined)
}

/** The text in pieces, none of which splits a surrogate pair. */
export function* piecesOf(text: string, size = PIECE): Generator<Buffer> {
  for (let from = 0; from < text.length;) {
    const last = text.charCodeAt(from + size - 1)
    const to = from + size + (last >= 0xd800 && last < 0xdc00 ? 1 : 0)
    yield Buffer.from(text.slice(from, to))
    from = to
  }
}
