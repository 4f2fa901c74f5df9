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

/** The sentence of a passage when it was marked, as far as its context reaches. */
export function markedSentence({ exact, prefix, suffix }: Marked): InSentence {
  return inSentence(prefix + exact + suffix, prefix.length, prefix.length + exact.length)
}

/**
 * The change from the former sentence of a passage to the one at its current place. The former sentence is known only
 * as far as the context reaches, so text of the new one beyond that does not count as added.
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

/** Whether a negation or a modal word changed in the sentence around a passage whose own words stayed. */
export function turnsSentence(passage: Marked, text: string, span: { start: number; end: number }): boolean {
  const { prefix, suffix } = passage
  const { start, end } = span
  if (text.slice(Math.max(0, start - prefix.length), start) === prefix && text.startsWith(suffix, end))
    return false
  return sentenceChange(passage, text, span).flags.some(({ kind }) => kind !== 'numbers')
}

/** Drops edits at the ends that only come from the limited context. */
function withoutFringe(edits: readonly WordEdit[], was: InSentence, is: InSentence): WordEdit[] {
  const kept = [...edits]
  const cutBefore = [was, is].some(({ before }) => before.length > FAR)
  const cutAfter = [was, is].some(({ after }) => after.length > FAR)
  if (cutBefore) while (kept.length > 1 && kept[0]!.kind !== 'same') kept.shift()
  if (cutAfter) while (kept.length > 1 && kept.at(-1)!.kind !== 'same') kept.pop()
  return kept
}

/** UTF-16 units. Longer context may have been cut: excerpts keep 64 units. */
const FAR = 50
