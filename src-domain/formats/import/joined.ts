import type { Block } from '../../records/block'
import type { TextLink } from '../../records/text-link'

/** A block with its text, before it has offsets. The offsets of its links refer to that text. */
export type Draft = Pick<Block, 'role' | 'level' | 'aside' | 'page'> & {
  readonly text: string
  readonly links?: readonly TextLink[]
}

/** The canonical text, its blocks, and its links if it has any. */
export interface Joined {
  readonly text: string
  readonly blocks: Block[]
  readonly links?: TextLink[]
}

/**
 * Joins drafts to a canonical text and its blocks. List items are separated by a line break, other blocks by an empty
 * line. Drafts without text are left out.
 */
export function joined(drafts: readonly Draft[]): Joined {
  const parts: string[] = []
  const blocks: Block[] = []
  const all: TextLink[] = []
  let at = 0
  for (const { text: words, links = [], ...draft } of drafts) {
    const text = words.trim()
    if (text === '') continue
    const listed = draft.role === 'list-item' && blocks.at(-1)?.role === 'list-item'
    const gap = blocks.length === 0 ? '' : listed ? '\n' : '\n\n'
    parts.push(gap, text)
    const start = at + gap.length
    at = start + text.length
    blocks.push({ ...draft, start, end: at } as Block)
    const by = start - (words.length - words.trimStart().length)
    all.push(...movedLinks(links, by).filter((link) => link.start >= start && link.end <= at))
  }
  return { text: parts.join(''), blocks, ...(all.length > 0 && { links: all }) }
}

/** Links in a text that got `by` more units before them. */
export const movedLinks = (links: readonly TextLink[] | undefined, by: number): TextLink[] =>
  (links ?? []).map((link) => ({ ...link, start: link.start + by, end: link.end + by }))
