import type { Answer } from '#api/dispatch'
import type { PartedHead } from '#api/parted-answer'

/** Puts a parted answer together again. The server of the page has written it, and the contract's schemas check it. */
export function joinAnswer(body: Uint8Array): Answer {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const end = body.indexOf('\n'.charCodeAt(0))
  const { answer, parts } = JSON.parse(decoder.decode(body.subarray(0, end))) as PartedHead
  if (!answer.ok) return answer
  let from = end + 1
  const texts = parts.map(({ field, length }) => [
    field,
    decoder.decode(body.subarray(from, (from += length))),
  ])
  return { ok: true, value: { ...(answer.value as object), ...(Object.fromEntries(texts) as object) } }
}
