import type { Source } from '../records/source'
import { openingWords } from '../text/sentences/opening-words'

/**
 * Whether an article has its title only for want of a better one, so that an import should ask for one: the title is
 * made of the opening words of a block that goes on after them, as `guessedTitle` does.
 */
export function isOpeningTitle({ title, text, blocks }: Pick<Source, 'title' | 'text' | 'blocks'>): boolean {
  if (blocks.some(({ role }) => role === 'title')) return false
  return blocks.some(
    ({ start, end, aside }) =>
      aside === undefined && end - start > title.length && openingWords(text.slice(start, end)) === title,
  )
}
