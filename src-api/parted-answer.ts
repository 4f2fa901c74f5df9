import type { Answer } from './dispatch'

/** The media type of an answer whose long texts follow its JSON. A client that reads it says so in `accept`. */
export const PARTED = 'application/x-counterpoint-parts'

/** UTF-16 units. Shorter texts stay in the JSON. */
export const LONG = 1024 * 1024

/** The first line of a parted answer: the answer with its long texts left empty, and which fields of its value these are. */
interface Head {
  readonly answer: Answer
  /** The fields in the order of their texts; lengths in UTF-16 units. */
  readonly parts: readonly { readonly field: string; readonly length: number }[]
}

/**
 * Takes the long texts out of an answer, because a project of a hundred million characters takes a second and its size in
 * memory to be written as JSON in JSON. The body is the head, a line feed, and the texts. Undefined if there are none.
 * A text with half a surrogate pair stays in the JSON, which alone can say it.
 */
export function partAnswer(
  answer: Answer,
  long = LONG,
): { head: string; texts: readonly string[] } | undefined {
  if (!answer.ok || answer.value === null || typeof answer.value !== 'object') return undefined
  const fields = Object.entries(answer.value).filter(
    (field): field is [string, string] =>
      typeof field[1] === 'string' && field[1].length > long && field[1].isWellFormed(),
  )
  if (fields.length === 0) return undefined
  const empty = Object.fromEntries(fields.map(([field]) => [field, '']))
  const head: Head = {
    answer: { ok: true, value: { ...answer.value, ...empty } },
    parts: fields.map(([field, { length }]) => ({ field, length })),
  }
  return { head: JSON.stringify(head), texts: fields.map(([, text]) => text) }
}

/** Puts a parted answer together again. The server of the page has written it, and the contract's schemas check it. */
export function joinAnswer(body: string): Answer {
  const end = body.indexOf('\n')
  const { answer, parts } = JSON.parse(body.slice(0, end)) as Head
  if (!answer.ok) return answer
  let from = end + 1
  const texts = parts.map(({ field, length }) => [field, body.slice(from, (from += length))])
  return { ok: true, value: { ...(answer.value as object), ...(Object.fromEntries(texts) as object) } }
}
