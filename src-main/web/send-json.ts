import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Answer } from '#api/dispatch'
import { SECURITY_HEADERS } from '../shell/policy'

/** So much of an answer is made into bytes at a time. UTF-16 units. */
const PIECE = 1024 * 1024

/** Answers with JSON. A project's document is a hundred million characters at most: sent whole, it would hold up everything else. */
export function sendJson(response: ServerResponse, status: number, value: Answer): void {
  const text = JSON.stringify(value)
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8' })
  if (text.length <= PIECE) response.end(text)
  // A client that has gone away needs no answer.
  else pipeline(Readable.from(piecesOf(text)), response, () => undefined)
}

/** The text in pieces, none of which ends between the halves of a surrogate pair. */
export function* piecesOf(text: string, size = PIECE): Generator<Buffer> {
  for (let from = 0; from < text.length;) {
    const last = text.charCodeAt(from + size - 1)
    const to = from + size + (last >= 0xd800 && last < 0xdc00 ? 1 : 0)
    yield Buffer.from(text.slice(from, to))
    from = to
  }
}
