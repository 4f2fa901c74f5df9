import { firstUnits } from '../../anchoring/pairs'
import type { Block } from '../../records/block'
import { couldBeHeading, isGeneric } from './headings'
import { openingWords } from './opening-words'
import { TITLES } from './thresholds'

interface TextOfArticle {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Words in file names that say nothing about the content. */
const ANY_FILE =
  /^(?:article|artikel|copy|doc|document|dokument|download|export|file|image|img|index|new|page|paper|pdf|print|scan|screenshot|text|txt|unnamed|unbenannt|untitled|unknown)$/iu

/**
 * A title for an article without one, chosen as a cataloguer would: its first line if that could be a heading, else the
 * file's name if that says something, else the opening words.
 */
export function guessedTitle(article: TextOfArticle, fileName: string): string {
  const { line, isHeading } = openingOf(article)
  return isHeading ? line : (namedBy(fileName) ?? (openingTitle(article) || fileName))
}

/** The first sentence, shortened if it is long (see `openingWords`). */
function openingTitle(article: TextOfArticle): string {
  const { line, opening, end } = openingOf(article)
  const body = isGeneric(line) ? article.text.slice(end).trim() : opening
  return openingWords(body || opening)
}

/** The first block of the text, and its first line, which may be a heading. */
function openingOf({ text, blocks }: TextOfArticle) {
  const first = blocks.find(({ aside }) => aside === undefined)
  const { start, end } = first ?? { start: 0, end: text.length }
  const opening = text.slice(start, end)
  const line = firstUnits(opening, TITLES.longestGuessed).split('\n')[0]!.trim()
  const isHeading = (first?.role === 'heading' || couldBeHeading(line)) && !isGeneric(line)
  return { opening, end, line, isHeading }
}

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
        TITLES.longestGuessed,
      )
    : undefined
}

/** A word, with or without a number or year after it. Letters among digits come from machines. */
function isTellingWord(part: string): boolean {
  const word = /^(\p{L}+)\d{0,4}$/u.exec(part)?.[1]
  if (word === undefined || ANY_FILE.test(word)) return false
  // Outside the Latin script two or three characters can be a word.
  return word.length >= TITLES.shortestWord || /\P{Script=Latin}/u.test(word)
}
