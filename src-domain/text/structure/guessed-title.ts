import { firstUnits } from '../../anchoring/pairs'
import type { Block } from '../../records/block'
import { couldBeHeading, isGeneric } from './headings'

/** Words that any file may be called by. */
const ANY_FILE =
  /^(?:article|artikel|copy|doc|document|dokument|download|export|file|image|img|index|new|page|paper|pdf|print|scan|screenshot|text|txt|unnamed|unbenannt|untitled|unknown)$/iu
const LONGEST = 200
/** Characters of the opening words that stand for a title. */
const OPENING = 70

/**
 * A title for an article that names itself nowhere, such as a cataloguer gives: its first line, where that is short and no
 * sentence; else what its file is called, where that says anything; else its opening words.
 */
export function guessedTitle(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  fileName: string,
): string {
  const first = blocks.find(({ aside }) => aside === undefined)
  const { start, end } = first ?? { start: 0, end: text.length }
  const opening = text.slice(start, end)
  const line = firstUnits(opening, LONGEST).split('\n')[0]!.trim()
  if ((first?.role === 'heading' || couldBeHeading(line)) && !isGeneric(line)) return line
  const body = isGeneric(line) ? text.slice(end).trim() : opening
  return namedBy(fileName) ?? (openingWords(body || opening) || fileName)
}

/** What a file is called, as words; undefined where the name says nothing of what is in it. */
export function namedBy(fileName: string): string | undefined {
  const name = fileName
    .replace(/^.*[/\\]/u, '')
    .replace(/\.[^.\s]{1,11}$/u, '')
    .replace(/(?:%20|[_+\s])+/gu, ' ')
    .replace(/ ?\(\d+\)$| - copy$/iu, '')
    .trim()
  // Where hyphens stand for spaces; not those of a date or of “S-400”.
  const words = name.includes(' ') ? name : name.replace(/(?<!\b\p{L})-(?!\d)|(?<=\p{L}{2})-/gu, ' ')
  const isTold = words.split(/[\s.,-]+/u).some(isTelling)
  return isTold
    ? firstUnits(
        words.replace(/^./u, (letter) => letter.toUpperCase()),
        LONGEST,
      )
    : undefined
}

/** Whether it is a word, perhaps with a number or a year behind it: letters among figures are what machines call files by. */
function isTelling(part: string): boolean {
  const word = /^(\p{L}+)\d{0,4}$/u.exec(part)?.[1]
  // Few letters are a word where they are no alphabet's.
  return word !== undefined && (word.length > 3 || /\P{Script=Latin}/u.test(word)) && !ANY_FILE.test(word)
}

/** The first sentence; when it is long, as much of it as fits, cut between words. */
function openingWords(text: string): string {
  const head = text.slice(0, 400).replace(/\n/g, ' ')
  const sentence = /^.{10,}?[.!?…]["'”’)]*(?=\s|$)/u.exec(head)?.[0] ?? head
  if (sentence.length <= OPENING) return sentence
  const space = sentence.lastIndexOf(' ', OPENING)
  const cut = space > OPENING / 2 ? sentence.slice(0, space) : firstUnits(sentence, OPENING)
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`
}
