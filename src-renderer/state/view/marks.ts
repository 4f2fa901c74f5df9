import type { Excerpt } from '#domain/records/excerpt'
import type { TextSpan } from '#domain/text/text-span'
import type { Direction } from './sentence-cursor'

/**
 * The next or previous mark after a span, in the order of the text; after the last comes the first. If several marks
 * have the same span, it goes from that of a selected claim to the next.
 */
export function markFrom(
  excerpts: readonly Excerpt[],
  { start, end }: TextSpan,
  claims: readonly string[],
  direction: Direction,
): Excerpt | undefined {
  const marks = excerpts
    .filter(({ anchor }) => anchor === 'exact' || anchor === 'moved' || anchor === 'edited')
    .sort((a, b) => a.start - b.start || a.end - b.end || a.id.localeCompare(b.id))
  const at = marks.findIndex(
    (mark) => mark.start === start && mark.end === end && claims.includes(mark.claim),
  )
  if (at !== -1) return marks.at((at + (direction === 'next' ? 1 : -1)) % marks.length)
  return direction === 'next'
    ? (marks.find((mark) => mark.start >= start) ?? marks[0])
    : (marks.findLast((mark) => mark.start < start) ?? marks.at(-1))
}
