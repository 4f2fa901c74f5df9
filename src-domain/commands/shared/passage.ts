import { describe, type Description } from '../../anchoring/describe'
import { PASSAGE_LIMIT } from '../../records/excerpt'
import type { Source } from '../../records/source'

/**
 * The passage that a selection in a source covers, or a refusal if the selection is empty or too long.
 * @param start UTF-16 offset into the source's text
 * @param end the same, exclusive
 */
export function passageOf(
  source: Source,
  start: number,
  end: number,
): Description | { readonly refusal: string } {
  const passage = describe(source.text, start, end)
  if (!passage) return { refusal: 'Select some words first.' }
  if (passage.exact.length > PASSAGE_LIMIT) {
    return {
      refusal: 'The selection is too long for a passage. Nothing was changed. Select less of the article.',
    }
  }
  return passage
}
