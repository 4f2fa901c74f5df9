import { lazily } from '../collections/lazily'
import * as others from './meaning-changing-words'
import { isOtherSense } from './other-senses'

/** A kind of change that may change the meaning of a sentence, with the words before and after. */
export interface ChangeFlag {
  readonly kind: 'numbers' | 'negation' | 'modal'
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Numbers in figures, with their signs and parts, and with the letters of a designation: `S-400`, `MiG-29`, `G7`. */
const FIGURES = String.raw`(?:(?<![\p{L}\p{M}])\p{L}{1,4}[-‐‑]?(?=\p{N})|[+-])?\p{N}+(?:[.,:/\u00a0\u202f]\p{N}+)*(?:\s?[%‰]|(?:st|nd|rd|th|s)\b)?`
const numbers = lazily(
  () =>
    new RegExp(
      `${FIGURES}|${englishAnd(others.NUMBERS, String.raw`zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|half|halves|quarters?|thirds?|once|twice|first|second|third|fourth|fifth|percent|per cent|double[ds]?|tripled?|bn|mn`)}`,
      'giu',
    ),
)
/** The cues of Morante and Blanco, "Resolving the scope and focus of negation" (2012), and a few verbs that deny. */
const negations = lazily(
  () =>
    new RegExp(
      englishAnd(
        others.NEGATIONS,
        String.raw`not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|rarely|seldom|lacks?|lacked|lacking|fail(?:s|ed|ing)?|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|except|despite|absent|\p{L}+n['’]t`,
      ),
      'giu',
    ),
)
/** Modal verbs (Palmer 2001) and the words of estimative probability (Kent 1964; ICD 203). */
const modals = lazily(
  () =>
    new RegExp(
      englishAnd(
        others.MODALS,
        String.raw`must|may|might|can|cannot|could|will|would|shall|should|ought|need(?:s|ed)? to|ha(?:s|ve|d) to|likely|unlikely|likelihood|probabl[ey]|improbabl[ey]|possibl[ey]|impossibl[ey]|perhaps|maybe|certain(?:ly)?|uncertain|definitely|undoubtedly|surely|clearly|apparent(?:ly)?|presumabl[ey]|conceivabl[ey]|alleged(?:ly)?|reported(?:ly)?|supposed(?:ly)?|seem(?:s|ed)?|appear(?:s|ed)?|expected|almost|always|sometimes|often|(?:ca|wo|could|would|should|must|might|sha)n['’]t`,
      ),
      'giu',
    ),
)

/**
 * Flags changes between two wordings that may change the meaning: numbers, negations and modal words. Detailed for
 * English; for a dozen other languages with the commonest words.
 */
export function changeFlags(before: string, after: string): ChangeFlag[] {
  const flags: ChangeFlag[] = []
  const compare = (kind: ChangeFlag['kind'], pattern: RegExp): void => {
    const [old, now] = [before, after].map((text) => wordsIn(text, pattern))
    if (old!.join('\n') !== now!.join('\n')) {
      flags.push({ kind, before: without(old!, now!), after: without(now!, old!) })
    }
  }
  compare('numbers', numbers())
  compare('negation', negations())
  compare('modal', modals())
  return flags
}

const wordsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: word, index }) =>
    isOtherSense(text, word, index) ? [] : plain(word),
  )

/** A pattern of whole English words, and of those of other languages. */
function englishAnd(words: readonly string[], english: string): string {
  return `${others.NO_LETTER_BEFORE}(?:${english})${others.NO_LETTER_AFTER}|${others.patternOf(words)}`
}

/** Two spellings of one word are no change: French `ne` and `n’` among them. */
const plain = (word: string): string =>
  word.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').replace(/^n'$/, 'ne')

/** The items of one list that the other lacks; all of them if the lists differ only in order. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  const left = list.filter((word) => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return left.length === 0 && rest.length === 0 ? [...list] : left
}
