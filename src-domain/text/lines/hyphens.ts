import { HYPHENS } from './thresholds'
import { isCommonWord } from './words'

const LEFT = /[\p{L}\p{N}’'-]+$/u
const RIGHT = /^[\p{L}\p{N}’'-]+/u
const CUT = /[-‐¬\u00ad]/u
// The bounds keep a word without end from overflowing the stack. No word that matters is longer.
const WORDS = /[\p{L}\p{N}]{1,60}(?:[-‐’'][\p{L}\p{N}]{1,60}){0,8}/gu
/** Written together with what follows: "counteract". */
const CLOSED_PREFIX =
  /^(?:counter|dis|geo|hyper|in|inter|intra|macro|micro|mis|out|over|poly|sub|super|supra|trans|un|under)$/u
/** Often written with a hyphen: "co-author". */
const OPEN_PREFIX = /^(?:anti|bi|co|de|mono|multi|neo|non|post|pre|pro|re|semi|tri|ultra)$/u
/** First word of a compound: "long-term". */
const COMPOUND_START = /^(?:all|best|cross|ex|far|half|high|ill|least|long|low|most|quasi|self|short|well)$/u
/** The end of an English word, and no word itself. */
const ENDING =
  /^(?:ings?|ed|er|ers|est|ly|ment|ments|ness|tion|tions|sion|sions|al|ally|ity|ism|ist|ists|ous|ive|ance|ence|able|ible)$/u

/** Whether a line-end hyphen only cuts a word (`cut`, and it is removed) or belongs to it (`kept`). */
export type HyphenVerdict = 'cut' | 'kept'

/** The two halves around a line-end hyphen: `left` up to the hyphen, `right` from the next line. */
interface Halves {
  left: string
  right: string
  /** The word continues after another hyphen, as in "friend-" + "or-foe". */
  compound: boolean
}

/** The number of times that each wanted form occurs uncut in the document, by the form in small letters. */
type FormCounts = ReadonlyMap<string, number>

/** The halves of the word that a line-end hyphen splits; undefined if it splits no word. */
export function halvesAt(line: string, next: string): Halves | undefined {
  const left = LEFT.exec(line.slice(-60, -1))?.[0].split('-').at(-1)
  const rest = RIGHT.exec(next.slice(0, 60))?.[0] ?? ''
  const right = rest.split(/[-’']/u)[0]
  return left && right ? { left, right, compound: rest.charAt(right.length) === '-' } : undefined
}

/** Counts how often each of the wanted forms, in small letters, occurs uncut in the document. */
export function countForms(lines: Iterable<string>, wanted: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>()
  if (wanted.size === 0) return counts
  const count = (form: string): void => {
    if (wanted.has(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  let cut = false
  for (const line of lines) {
    const lower = line.toLowerCase()
    for (const match of lower.matchAll(WORDS)) {
      const end = match.index + match[0].length
      const cutHere = end === lower.length - 1 && CUT.test(lower.slice(-1))
      // Half a word does not show how the whole word is written.
      if (cutHere || (cut && match.index === 0)) continue
      const parts = match[0].split(/[-‐]/u)
      parts.forEach((part, index) => {
        count(part.replace(/[’'].*$/u, ''))
        if (index > 0) count(`${parts[index - 1]}-${part.replace(/[’'].*$/u, '')}`)
      })
    }
    cut = CUT.test(lower.slice(-1))
  }
  return counts
}

/** The forms whose counts `judgeHyphen` needs, in small letters. */
export const formsOf = (halves: Pick<Halves, 'left' | 'right'>): string[] => Object.values(spellings(halves))

const spellings = ({ left, right }: Pick<Halves, 'left' | 'right'>) => {
  const [first, second] = [left.toLowerCase(), right.toLowerCase()]
  return { joined: first + second, hyphenated: `${first}-${second}`, first, second }
}

/**
 * Judges a line-end hyphen. Figures and capitals decide first, then the spelling in the rest of the document, then a
 * list of English words. Failing these, the hyphen cuts a word, as most do.
 */
export function judgeHyphen(halves: Halves, counts: FormCounts): HyphenVerdict {
  return (
    verdictOfCharacters(halves) ??
    verdictOfDocument(halves, counts) ??
    verdictOfWholeWord(halves) ??
    verdictOfHalves(halves, counts)
  )
}

/** No word is cut beside a digit, or before or after a capital, unless the whole word is in capitals. */
function verdictOfCharacters({ left, right }: Halves): HyphenVerdict | undefined {
  if (/\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return 'kept'
  const isInCapitals = (half: string) => /^\p{Lu}{2,}$/u.test(half)
  if (isInCapitals(left) && isInCapitals(right)) return undefined
  return /^\p{Lu}/u.test(right) || isInCapitals(left) ? 'kept' : undefined
}

function verdictOfDocument(halves: Halves, counts: FormCounts): HyphenVerdict | undefined {
  const { joined, hyphenated } = spellings(halves)
  const [asOne, asTwo] = [counts.get(joined) ?? 0, counts.get(hyphenated) ?? 0]
  if (asOne === asTwo) return undefined
  return asOne > asTwo ? 'cut' : 'kept'
}

function verdictOfWholeWord(halves: Halves): HyphenVerdict | undefined {
  const { joined, first, second } = spellings(halves)
  if (isCommonWord(joined)) return 'cut'
  // No word is cut after its first letter ("vis-à-" + "vis").
  if (first.length === 1 || COMPOUND_START.test(first)) return 'kept'
  return CLOSED_PREFIX.test(first) || ENDING.test(second) ? 'cut' : undefined
}

function verdictOfHalves(halves: Halves, counts: FormCounts): HyphenVerdict {
  const { first, second } = spellings(halves)
  const isWord = (form: string): boolean =>
    form.length > 1 && (isCommonWord(form) || (counts.get(form) ?? 0) > 0)
  // Prefix and word: a spelling as one word ("deescalate") would be in the list of words.
  if (OPEN_PREFIX.test(first) && isWord(second) && second.length >= HYPHENS.shortestAfterPrefix) return 'kept'
  if (!isWord(first) || !isWord(second)) return 'cut'
  const areLong = Math.min(first.length, second.length) >= HYPHENS.shortestHalf
  return halves.compound || areLong ? 'kept' : 'cut'
}
