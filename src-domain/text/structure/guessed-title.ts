import { firstUnits } from '../../anchoring/pairs'
import type { Block } from '../../records/block'
import { namedBy } from '../clean/named-by'
import { couldBeHeading, isGeneric } from './headings'
import { openingWords } from '../sentences/opening-words'
import { TITLES } from './thresholds'

interface TextOfArticle {
  readonly text: string
  readonly blocks: readonly Block[]
}

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
