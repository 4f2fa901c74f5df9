import { foldSigns } from '../text/clean/search-fold'
import { sentencesIn } from '../text/sentences/sentence-spans'
import type { TextSpan } from '../text/text-span'
import { REWORDED } from './thresholds'
import { tokensOf, type Token } from './tokens'

/** The sentences of a text, for looking for reworded ones. */
export interface SentenceIndex {
  readonly sentences: readonly Sentence[]
  /** How telling a word is: the rarer in the text, the more (inverse document frequency, Spärck Jones 1972). */
  readonly weightOf: (word: string) => number
}

interface Sentence extends TextSpan {
  readonly words: readonly Token[]
}

const wordsIn = (text: string, from: number): Token[] =>
  tokensOf(text).flatMap((token) => {
    if (!/[\p{L}\p{N}]/u.test(token.text)) return []
    const word = foldSigns(token.text.toLowerCase()).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    return [{ ...token, text: word, start: token.start + from, end: token.end + from }]
  })

/** Reads the sentences of a text once. A very long text has none: the search would hold up the screen. */
export function sentenceIndex(text: string): SentenceIndex {
  const sentences: Sentence[] = []
  if (text.length <= REWORDED.longestText)
    for (const { index, 0: paragraph } of text.matchAll(/[^\n]+/g))
      for (const { start, end } of sentencesIn(paragraph))
        sentences.push({
          start: index + start,
          end: index + end,
          words: wordsIn(paragraph.slice(start, end), index + start),
        })
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const word of new Set(words.map((each) => each.text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weightOf = (word: string): number => Math.log(1 + sentences.length / (counts.get(word) ?? 1))
  return { sentences, weightOf }
}

/**
 * The places whose words are the likeliest rewording of a quote, the best first. They are for the analyst to choose
 * from: no passage ever moves to one by itself (P7). The likeness is Dice's coefficient of the words, each counted by
 * its weight.
 */
export function rewordedPlaces(index: SentenceIndex, quote: string): TextSpan[] {
  const wanted = wordsIn(quote, 0).map(({ text }) => text)
  const [count, isWhole] = [sentencesIn(quote).length, /[.!?…。！？]["”’»)\]]*\s*$/u.test(quote)]
  if (wanted.length < REWORDED.fewestWords || count > REWORDED.mostSentences) return []
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + index.weightOf(word), 0)
  const all = new Set(wanted)
  const weight = weigh(all)
  return index.sentences
    .flatMap((first, at) => {
      const last = index.sentences[at + count - 1]
      if (!last) return []
      const words = index.sentences.slice(at, at + count).flatMap((each) => each.words)
      const shared = words.filter(({ text }) => all.has(text))
      if (new Set(shared.map(({ text }) => text)).size < REWORDED.fewestWords) return []
      // Of a sentence that was marked in part, the part that has its words.
      const span = isWhole
        ? { start: first.start, end: last.end }
        : { start: shared[0]!.start, end: shared.at(-1)!.end }
      const within = words.filter(({ start, end }) => start >= span.start && end <= span.end)
      const there = new Set(within.map(({ text }) => text))
      const common = weigh([...there].filter((word) => all.has(word)))
      const likeness = (2 * common) / (weight + weigh(there))
      return likeness >= REWORDED.likeness ? [{ span, likeness }] : []
    })
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, REWORDED.most)
    .map(({ span }) => span)
}
