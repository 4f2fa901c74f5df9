import { firstUnits } from '../../anchoring/pairs'

/**
 * Letters of a meaningful Latin word in a file name: shorter ones are often codes. Holds up to 4 (“a file called … is
 * about …”).
 */
const SHORTEST_WORD = 4

/** UTF-16 units: the longest title that the library shows in full. */
const LONGEST = 200

/** Words in file names that say nothing about the content. */
const ANY_FILE =
  /^(?:article|artikel|copy|doc|document|dokument|download|export|file|image|img|index|new|page|paper|pdf|print|scan|screenshot|text|txt|unnamed|unbenannt|untitled|unknown)$/iu

/** The name of a file as words; undefined where it says nothing about the content. */
export function namedBy(fileName: string): string | undefined {
  const name = fileName
    .replace(/^.*[/\\]/u, '')
    .replace(/\.[^.\s]{1,11}$/u, '')
    .replace(/(?:%20|[_+\s])+/gu, ' ')
    .replace(/ ?\(\d+\)$| - copy$/iu, '')
    .trim()
  // Hyphens stand for spaces here, other than those of a date or of “S-400”.
  const words = name.includes(' ') ? name : name.replace(/(?<!\b\p{L})-(?!\d)|(?<=\p{L}{2})-/gu, ' ')
  const isTelling = words.split(/[\s.,-]+/u).some(isTellingWord)
  return isTelling
    ? firstUnits(
        words.replace(/^./u, (letter) => letter.toUpperCase()),
        LONGEST,
      )
    : undefined
}

/** A word, with or without a number or year after it. Letters among digits come from machines. */
function isTellingWord(part: string): boolean {
  const word = /^(\p{L}+)\d{0,4}$/u.exec(part)?.[1]
  if (word === undefined || ANY_FILE.test(word)) return false
  // Outside the Latin script two or three characters can be a word.
  return word.length >= SHORTEST_WORD || /\P{Script=Latin}/u.test(word)
}
