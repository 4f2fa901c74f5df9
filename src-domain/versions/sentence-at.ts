import { endsInAbbreviation, endsSentence } from '../text/sentences/sentences'

/** A passage in its sentence: the text before it, its words, and the text after it. */
export interface InSentence {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** The most text of a sentence that is shown on each side of the passage. UTF-16 units. */
const REACH = 300

/** A passage with the rest of its sentence or sentences. */
export function inSentence(text: string, start: number, end: number, reach = REACH): InSentence {
  const words = text.slice(start, end)
  const left = text.slice(Math.max(0, start - reach), start)
  const right = text.slice(end, end + reach)
  const before = left.slice(lastEnd(left))
  const cut = start > reach && before.length === left.length
  const after =
    /[.!?…]["'”’»)\]]*$/u.test(words) && /^\s|^$/.test(right) ? '' : right.slice(0, firstEnd(right))
  const cutAfter = after.length === right.length && end + reach < text.length
  return {
    before: (cut ? `…${before.replace(/^\S*\s/, '')}` : before).replace(/^\s+/, ''),
    words,
    after: (cutAfter ? `${after.replace(/\s\S*$/, '')}…` : after).replace(/\s+$/, ''),
  }
}

/** The sentence as one string. */
export const whole = ({ before, words, after }: InSentence): string => before + words + after

/** The offset at which the last sentence of a text begins. */
function lastEnd(text: string): number {
  let begin = 0
  for (const { index, 0: gap } of text.matchAll(/\s+/g)) {
    if (isEnd(text.slice(0, index), gap)) begin = index + gap.length
  }
  return begin
}

/** The offset at which the first sentence of a text ends. */
function firstEnd(text: string): number {
  for (const { index, 0: gap } of text.matchAll(/\s+/g)) {
    if (isEnd(text.slice(0, index), gap)) return index
  }
  return text.length
}

const isEnd = (before: string, gap: string): boolean =>
  gap.includes('\n') || (endsSentence(before) && !endsInAbbreviation(before))
