import { isCommonWord } from './words'

const LEFT = /[\p{L}\p{N}’'-]+$/u
const RIGHT = /^[\p{L}\p{N}’'-]+/u
const CUT = /[-‐¬\u00ad]/u
// Bounded, since an endless word would overflow the stack, and no word that matters is longer.
const WORDS = /[\p{L}\p{N}]{1,60}(?:[-‐’'][\p{L}\p{N}]{1,60}){0,8}/gu
const CLOSING_PREFIX =
  /^(?:counter|dis|geo|hyper|in|inter|intra|macro|micro|mis|out|over|poly|sub|super|supra|trans|un|under)$/u
const OPEN_PREFIX = /^(?:anti|bi|co|de|mono|multi|neo|non|post|pre|pro|re|semi|tri|ultra)$/u
const COMPOUND_START = /^(?:all|best|cross|ex|far|half|high|ill|least|long|low|most|quasi|self|short|well)$/u
const ENDING =
  /^(?:ings?|ed|er|ers|est|ly|ment|ments|ness|tion|tions|sion|sions|al|ally|ity|ism|ist|ists|ous|ive|ance|ence|able|ible)$/u

/** What a line-end hyphen is: `cut` falls away and the word is whole again; `kept` belongs to the word. */
export type HyphenVerdict = 'cut' | 'kept'

/** The two halves around a line-end hyphen: `left` up to the hyphen, `right` from the next line. */
interface Halves {
  left: string
  right: string
  /** The word goes on after another hyphen, as in "friend-" + "or-foe". */
  compound: boolean
}

/** The pieces of the word on both sides of a line-end hyphen, in small letters; nothing where no word is cut. */
export function halvesAt(line: string, next: string): Halves | undefined {
  const left = LEFT.exec(line.slice(-60, -1))?.[0].split('-').at(-1)
  const rest = RIGHT.exec(next.slice(0, 60))?.[0] ?? ''
  const right = rest.split(/[-’']/u)[0]
  return left && right ? { left, right, compound: rest.charAt(right.length) === '-' } : undefined
}

/** How often each of the wanted forms stands in the document whole, in small letters. */
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
      // Half a word is no evidence of how the whole is written.
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

/** The forms whose counts `judgeHyphen` asks for. */
export function formsOf({ left, right }: Pick<Halves, 'left' | 'right'>): string[] {
  const [first, second] = [left.toLowerCase(), right.toLowerCase()]
  return [first + second, `${first}-${second}`, first, second]
}

/**
 * Judges a line-end hyphen: the document's own usage first, a list of English words second, and what is most usual
 * third, which is that a hyphen between small letters cuts a word.
 */
export function judgeHyphen(halves: Halves, counts: ReadonlyMap<string, number>): HyphenVerdict {
  const { left, right } = halves
  const [joined = '', hyphenated = '', first = '', second = ''] = formsOf(halves)
  const capitals = /^\p{Lu}{2,}$/u.test(left) && /^\p{Lu}{2,}$/u.test(right)
  if (/\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return 'kept'
  if (/^\p{Lu}/u.test(right) && !capitals) return 'kept'
  if (/^\p{Lu}{2,}$/u.test(left) && !capitals) return 'kept'
  const asOne = counts.get(joined) ?? 0
  const asTwo = counts.get(hyphenated) ?? 0
  if (asOne !== asTwo) return asOne > asTwo ? 'cut' : 'kept'
  if (isCommonWord(joined)) return 'cut'
  // No word is cut after its first letter ("vis-à-" + "vis").
  if (first.length === 1 || COMPOUND_START.test(first)) return 'kept'
  if (CLOSING_PREFIX.test(first) || ENDING.test(second)) return 'cut'
  const isWord = (form: string): boolean =>
    form.length > 1 && (isCommonWord(form) || (counts.get(form) ?? 0) > 0)
  // Were it written as one ("deescalate"), the words above would have had it.
  if (OPEN_PREFIX.test(first) && isWord(second) && second.length > 3) return 'kept'
  if (halves.compound && isWord(first) && isWord(second)) return 'kept'
  // Two letters are more often a syllable than a word ("al-liance").
  const bothWords = isWord(first) && isWord(second) && first.length > 2 && second.length > 2
  return bothWords ? 'kept' : 'cut'
}
