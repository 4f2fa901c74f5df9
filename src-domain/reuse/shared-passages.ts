import type { TextSpan } from '../text/text-span'
import { changeFlags, type ChangeFlag } from '../versions/change-flags'
import { inSentence, type InSentence } from '../versions/sentence-at'
import { wordEdits, type WordEdit } from '../versions/word-edits'
import type { SharedText } from './find'
import { sourceWords, type ReadText } from './source-words'

/** A passage that two articles share, in the text of each. */
export interface SharedPassage {
  readonly one: TextSpan
  readonly other: TextSpan
}

/** The passages of a pair as spans of the two texts. */
export function sharedPassages(one: ReadText, other: ReadText, pair: SharedText): SharedPassage[] {
  const [words, others] = [sourceWords(one), sourceWords(other)]
  return pair.passages.flatMap(({ from, to, otherFrom, otherTo }) => {
    const [start, end] = [words.starts[from], words.ends[to - 1]]
    const [otherStart, otherEnd] = [others.starts[otherFrom], others.ends[otherTo - 1]]
    // The texts have just changed, and are not compared anew yet.
    if (start === undefined || end === undefined || otherStart === undefined || otherEnd === undefined)
      return []
    return [{ one: { start, end }, other: { start: otherStart, end: otherEnd } }]
  })
}

/** Two wordings of a shared passage, with the rest of their sentences. */
export interface ComparedPassage {
  readonly one: InSentence
  readonly other: InSentence
  /** From the words of one to those of the other. */
  readonly edits: readonly WordEdit[]
  /** Numbers, negations and words of certainty that differ. */
  readonly flags: readonly ChangeFlag[]
  /** Names, months and weekdays that only one has. */
  readonly names: { readonly one: readonly string[]; readonly other: readonly string[] }
}

/** Compares the two wordings of a shared passage as two versions of a sentence are compared. */
export function comparedPassage(one: ReadText, other: ReadText, passage: SharedPassage): ComparedPassage {
  const cut = ({ text }: ReadText, { start, end }: TextSpan) => inSentence(text, start, end)
  const [a, b] = withEnds(cut(one, passage.one), cut(other, passage.other))
  const edits = wordEdits(a.words, b.words)
  return {
    one: a,
    other: b,
    edits,
    flags: changeFlags(a.words, b.words),
    names: { one: namesOnlyIn(edits, 'removed', b.words), other: namesOnlyIn(edits, 'added', a.words) },
  }
}

/** Words at an end of a sentence that belong to the comparison when the rest of it is shared. */
const MOST_AT_END = 3

/**
 * The passages with the first and last words of their sentences, if these are few in both. A word that differs is at no
 * end of a shared passage, but it is the number in “Two gates were opened”.
 */
function withEnds(one: InSentence, other: InSentence): [InSentence, InSentence] {
  const isShort = (text: string) => text.split(/\s+/).filter(Boolean).length <= MOST_AT_END
  const [before, after] = [
    isShort(one.before) && isShort(other.before),
    isShort(one.after) && isShort(other.after),
  ]
  const joined = (each: InSentence): InSentence => ({
    before: before ? '' : each.before,
    words: `${before ? each.before : ''}${each.words}${after ? each.after : ''}`,
    after: after ? '' : each.after,
  })
  return [joined(one), joined(other)]
}

const NAME = /\p{Lu}[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

/** The words with a capital letter in what was removed or added, without the first word of a sentence. */
function namesOnlyIn(edits: readonly WordEdit[], kind: WordEdit['kind'], elsewhere: string): string[] {
  const found = new Set<string>()
  let before = ''
  for (const edit of edits) {
    if (edit.kind === kind) {
      for (const { 0: name, index } of edit.text.matchAll(NAME)) {
        const isFirst = /(^|[.!?…]["'”’»)]*\s+)["'“‘«(]*$/u.test(before + edit.text.slice(0, index))
        if (!isFirst && !elsewhere.includes(name)) found.add(name)
      }
    }
    if (edit.kind === kind || edit.kind === 'same') before += edit.text
  }
  return [...found]
}
