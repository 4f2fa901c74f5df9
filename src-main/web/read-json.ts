import type { IncomingMessage } from 'node:http'
import type { Refusal } from './guard'

/** Bytes: a file of the largest size as base64, with the JSON around it. */
const BODY_LIMIT = 64 * 1024 * 1024

const tooLarge: Refusal = {
  status: 413,
  message: 'The request was refused: it is larger than 64 MB. Nothing was changed.',
}
const notJson: Refusal = {
  status: 400,
  message: 'The request was refused: it is not JSON. Nothing was changed.',
}

/** The JSON in a request's body, or the refusal. */
export async function readJson(request: IncomingMessage): Promise<{ value: unknown } | { refusal: Refusal }> {
  if (Number(request.headers['content-length']) > BODY_LIMIT) return { refusal: tooLarge }
  const chunks: Buffer[] = []
  let size = 0
  // Keep the socket, so that the response for a body that is too large can still be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) return { refusal: tooLarge }
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { refusal: notJson }
  }
}
