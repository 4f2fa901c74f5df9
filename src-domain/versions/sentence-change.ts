import { describe, type Description } from '../anchoring/describe'
import { changeFlags, type ChangeFlag } from './change-flags'
import { inSentence, whole, type InSentence } from './sentence-at'
import { wordEdits, type WordEdit } from './word-edits'

/** The sentence of a passage as it was and as it is. */
export interface SentenceChange {
  readonly was: InSentence
  readonly is: InSentence
  readonly edits: readonly WordEdit[]
  readonly flags: readonly ChangeFlag[]
}

type Marked = Pick<Description, 'exact' | 'prefix' | 'suffix'>

/** The sentence that a passage stood in, as far as its context reaches. */
export function markedSentence({ exact, prefix, suffix }: Marked): InSentence {
  return inSentence(prefix + exact + suffix, prefix.length, prefix.length + exact.length)
}

/**
 * What changed between the sentence that a passage stood in and the one around its place now. Of the old one no more is
 * known than the context that was kept; what the new one has beyond that is not called added.
 */
export function sentenceChange(
  passage: Marked,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): SentenceChange {
  const was = markedSentence(passage)
  const around = describe(text, start, end)
  const is = around ? markedSentence(around) : inSentence(text, start, end)
  const edits = withoutFringe(wordEdits(whole(was), whole(is)), was, is)
  const side = (left: WordEdit['kind']): string =>
    edits
      .filter(({ kind }) => kind !== left)
      .map((edit) => edit.text)
      .join('')
  return { was, is, edits, flags: changeFlags(side('added'), side('removed')) }
}

/** Whether a sentence came to deny what it said, or to say it with another certainty, around words that stayed. */
export function turnsSentence(passage: Marked, text: string, span: { start: number; end: number }): boolean {
  const { prefix, suffix } = passage
  const { start, end } = span
  if (text.slice(Math.max(0, start - prefix.length), start) === prefix && text.startsWith(suffix, end))
    return false
  return sentenceChange(passage, text, span).flags.some(({ kind }) => kind !== 'numbers')
}

/** Without what differs at the ends only because the context of one ended before that of the other. */
function withoutFringe(edits: readonly WordEdit[], was: InSentence, is: InSentence): WordEdit[] {
  const kept = [...edits]
  const cutBefore = [was, is].some(({ before }) => before.length > FAR)
  const cutAfter = [was, is].some(({ after }) => after.length > FAR)
  if (cutBefore) while (kept.length > 1 && kept[0]!.kind !== 'same') kept.shift()
  if (cutAfter) while (kept.length > 1 && kept.at(-1)!.kind !== 'same') kept.pop()
  return kept
}

/** Context that reaches so far may have been cut. Passages keep 64 units. */
const FAR = 50
