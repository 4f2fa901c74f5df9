import type { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import type { Answer } from '#api/dispatch'
import { PARTED } from '#api/parted-answer'
import { SECURITY_HEADERS } from '../shell/policy'
import { jsonAnswer, partAnswer } from './part-answer'

/** Bytes that are sent at a time. */
const PIECE = 1024 * 1024

/**
 * Sends an answer in pieces: a project of a hundred million characters in one piece would block every other request.
 * @param accept the media types that the client reads
 */
export function sendJson(response: ServerResponse, status: number, value: Answer, accept = ''): void {
  const parted = accept.includes(PARTED) ? partAnswer(value) : undefined
  const parts = parted ? [Buffer.from(`${parted.head}\n`), ...parted.texts] : [Buffer.from(jsonAnswer(value))]
  const type = parted ? PARTED : 'application/json'
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': `${type}; charset=utf-8` })
  if (parts.length === 1 && parts[0]!.length <= PIECE) response.end(parts[0])
  // A client that has disconnected needs no response.
  else pipeline(Readable.from(piecesOf(parts)), response, () => undefined)
}

function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const part of parts)
    for (let from = 0; from < part.length; from += PIECE) yield part.subarray(from, from + PIECE)
}
