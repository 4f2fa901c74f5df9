import { firstUnits } from '../../anchoring/pairs'

/**
 * Length of a first sentence that is a whole title: two lines of the library. Holds from 138 to 152 (“a long first
 * sentence is shortened to its main clause”).
 */
const LONGEST = 145

/**
 * Share of the opening words that must remain when they are cut at a space. Holds up to 0.95 (“otherwise the title is the first sentence, cut between words when it is long”).
 */
const CUT_SHARE = 0.5

/** A shorter main clause says too little to be a title. No test limits it. */
const SHORTEST_CLAUSE = 45

/**
 * The first sentence of a text without its full stop, as a title. A long one loses the clause before its main clause,
 * then those after it. If it is still too long, it is cut between words and ends with “…”.
 */
export function openingWords(text: string): string {
  const head = text.slice(0, 400).replace(/\n/g, ' ')
  const sentence = /^.{10,}?[.!?…]["'”’)]*(?=\s|$)/u.exec(head)?.[0] ?? head
  const whole = sentence.replace(/\.$/u, '')
  const main = withoutLeadingClause(whole)
  return [whole, main, mainClause(main)].find(({ length }) => length <= LONGEST) ?? cut(sentence)
}

/**
 * A clause or phrase before the main clause, in English, that only adds to it. A condition is not one: without it the
 * sentence says something else. What follows begins in lower case, so that the comma is not one of a date or a list.
 */
const LEADING =
  /^(?:After|Although|Amid|As|At|Before|Because|Despite|Even though|For|In|On|Since|Though|While|With)\b[^,;:]{3,150}, (?=\p{Ll})(?!and\b|or\b|but\b|not\b|who|which|where)/u

const withoutLeadingClause = (sentence: string): string =>
  sentence.replace(LEADING, '').replace(/^./u, (letter) => letter.toUpperCase())

const AUXILIARY = 'has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|does|do|did'

/** The beginning of what can follow a main clause: a relative or a subordinate clause, another main clause, a remark. */
const TRAILING = new RegExp(
  [
    ',? (?:which|whose)\\b',
    // Not the clause that a verb such as “say” needs: there a noun follows.
    ` that (?:(?:together|also|now|still|\\p{L}+ly) )?(?:${AUXILIARY})\\b`,
    ', (?:who|where|while|whereas|although|though|because|as|with)\\b',
    ', (?:and|but) (?:I|it|he|she|they|we|this|that|these|those|there)\\b',
    '[;:] | ?[—–] ?',
  ].join('|'),
  'gu',
)

/** As much of a sentence as ends before such a clause and is short enough; the sentence itself if there is none. */
function mainClause(sentence: string): string {
  const ends = [...sentence.matchAll(TRAILING)].map(({ index }) => index)
  const end = ends.findLast((at) => at >= SHORTEST_CLAUSE && at <= LONGEST)
  return end === undefined ? sentence : sentence.slice(0, end)
}

function cut(sentence: string): string {
  const space = sentence.lastIndexOf(' ', LONGEST)
  const words = space > LONGEST * CUT_SHARE ? sentence.slice(0, space) : firstUnits(sentence, LONGEST)
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`
}
