import type { Block } from '../../records/block'

/** A block with its text, before it has offsets. */
export type Draft = Pick<Block, 'role' | 'level' | 'aside' | 'page'> & { readonly text: string }

/**
 * Joins drafts to a canonical text and its blocks. List items are separated by a line break, other blocks by an empty
 * line. Drafts without text are left out.
 */
export function joined(drafts: readonly Draft[]): { text: string; blocks: Block[] } {
  const parts: string[] = []
  const blocks: Block[] = []
  let at = 0
  for (const { text: words, ...draft } of drafts) {
    const text = words.trim()
    if (text === '') continue
    const listed = draft.role === 'list-item' && blocks.at(-1)?.role === 'list-item'
    const gap = blocks.length === 0 ? '' : listed ? '\n' : '\n\n'
    parts.push(gap, text)
    const start = at + gap.length
    at = start + text.length
    blocks.push({ ...draft, start, end: at } as Block)
  }
  return { text: parts.join(''), blocks }
}
