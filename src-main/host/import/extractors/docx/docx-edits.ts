import type { Parser } from 'htmlparser2'

/** A change of a part's XML: what stands from `start` to `end` is replaced. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly xml: string
}

/** Replaces the tag that the parser is at. */
export const span = (xml: string, { startIndex, endIndex }: Parser): Edit => ({
  start: startIndex,
  end: endIndex + 1,
  xml,
})

/** The text with its edits made. Edits inside one that removes more are dropped with it. */
export function applied(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, xml: replacement } of [...edits].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < from) continue
    parts.push(xml.slice(from, start), replacement)
    from = end
  }
  return parts.join('') + xml.slice(from)
}
