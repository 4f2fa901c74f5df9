import { digest } from '../anchoring/digest'
import type { Excerpt } from '../records/excerpt'
import type { Carried } from './carry-over'

/** An excerpt at the place that `carryOver` found for it in a new text of its source. */
export function carriedExcerpt(from: Excerpt, { state, start, end }: Carried, text: string): Excerpt {
  const { judgedFor: _judgedFor, ...excerpt } = from
  const to: Excerpt = { ...excerpt, start, end, anchor: state }
  // This state came from both texts. A later search in the new text alone must not replace it.
  if (state !== 'exact' && state !== 'moved') to.judgedFor = digest(text)
  return to
}
