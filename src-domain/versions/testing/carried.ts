import { describe } from '../../anchoring/describe'
import type { AnchorState, Excerpt } from '../../records/excerpt'
import { carryOver } from '../carry-over'

/** The paragraphs of an article before its new version. */
export const TEXT = [
  'Ankara signed for the S-400 in December 2017. The contract was worth 2.5 billion dollars.',
  'Washington may impose sanctions under the law of that year. Officials said that the deal was a mistake.',
  'The alliance has no means to expel a member. Its secretary general called the purchase a national decision.',
  'Deliveries began in July 2019. Russian crews will train the Turkish operators until the end of the year.',
]
export const OLD = TEXT.join('\n\n')

/** A passage with these words, the first of their kind in the text. */
export function marked(text: string, exact: string, anchor: AnchorState = 'exact'): Excerpt {
  const start = text.indexOf(exact)
  return { id: exact, claim: 'c', source: 's', ...describe(text, start, start + exact.length)!, anchor }
}

/** A passage of `OLD` as it is carried over to a new text, with the words that it has there. */
export const carry = (exact: string, now: string) => {
  const [carried] = carryOver(OLD, now, [marked(OLD, exact)])
  return { ...carried!, words: now.slice(carried!.start, carried!.end) }
}

export const NEWS = 'An editor’s note was added here. It tells of nothing in particular.'
export const QUOTE = 'Washington may impose sanctions under the law of that year.'
