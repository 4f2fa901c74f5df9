import type { Source } from '../records/source'

/**
 * Whether an article has its title only for want of a better one, so that an import should ask for one: the title is
 * the opening words of a block that goes on after them, as `guessedTitle` makes it.
 */
export function isOpeningTitle({ title, text, blocks }: Pick<Source, 'title' | 'text' | 'blocks'>): boolean {
  if (blocks.some(({ role }) => role === 'title')) return false
  const opening = title.replace(/…$/u, '')
  return blocks.some(({ start, end, aside }) => {
    if (aside !== undefined || end - start <= opening.length) return false
    return text.slice(start, start + opening.length).replace(/\n/g, ' ') === opening
  })
}
