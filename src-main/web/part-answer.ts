import type { Answer } from '#api/dispatch'
import { LONG, type PartedHead } from '#api/parted-answer'
import { utf8ToText } from '../host/files/utf8'

/**
 * Takes the long texts, and the texts that are bytes already, out of an answer: to write a project of a hundred million
 * characters as JSON in JSON takes a second and its size in memory. The body is the head, a line feed, and the texts.
 * Undefined if there are none. A text with half a surrogate pair stays in the JSON, which alone can say it.
 */
export function partAnswer(
  answer: Answer,
  long = LONG,
): { head: string; texts: readonly Uint8Array[] } | undefined {
  if (!answer.ok || answer.value === null || typeof answer.value !== 'object') return undefined
  const texts = new Map<string, Uint8Array>()
  for (const [field, value] of Object.entries(answer.value)) {
    if (ArrayBuffer.isView(value)) texts.set(field, value as Uint8Array)
    else if (typeof value === 'string' && value.length > long && value.isWellFormed())
      texts.set(field, Buffer.from(value))
  }
  if (texts.size === 0) return undefined
  const empty = Object.fromEntries([...texts.keys()].map((field) => [field, '']))
  const head: PartedHead = {
    answer: { ok: true, value: { ...answer.value, ...empty } },
    parts: [...texts].map(([field, { length }]) => ({ field, length })),
  }
  return { head: JSON.stringify(head), texts: [...texts.values()] }
}

/** The answer as JSON, for a client that does not read parts. */
export function jsonAnswer(answer: Answer): string {
  if (!answer.ok || answer.value === null || typeof answer.value !== 'object') return JSON.stringify(answer)
  const texts = Object.entries(answer.value).flatMap(([field, value]) =>
    ArrayBuffer.isView(value) ? [[field, utf8ToText(value as Uint8Array)]] : [],
  )
  const value =
    texts.length > 0 ? { ...answer.value, ...(Object.fromEntries(texts) as object) } : answer.value
  return JSON.stringify({ ok: true, value })
}
