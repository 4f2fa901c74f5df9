import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Answer } from '#api/dispatch'
import { PARTED, partAnswer } from '#api/parted-answer'
import { SECURITY_HEADERS } from '../shell/policy'

/** UTF-16 units encoded at a time. */
const PIECE = 1024 * 1024

/**
 * Sends an answer in pieces: a project of a hundred million characters in one piece would block every other request.
 * @param accept the media types that the client reads
 */
export function sendJson(response: ServerResponse, status: number, value: Answer, accept = ''): void {
  const parted = accept.includes(PARTED) ? partAnswer(value) : undefined
  const texts = parted ? [`${parted.head}\n`, ...parted.texts] : [JSON.stringify(value)]
  const type = parted ? PARTED : 'application/json'
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': `${type}; charset=utf-8` })
  if (texts.length === 1 && texts[0]!.length <= PIECE) response.end(texts[0])
  // A client that has disconnected needs no response.
  else pipeline(Readable.from(allPiecesOf(texts)), response, () => undefined)
}

function* allPiecesOf(texts: readonly string[]): Generator<Buffer> {
  for (const text of texts) yield* piecesOf(text)
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
