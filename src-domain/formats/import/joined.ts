import type { Block } from '../../records/block'

/** A block that has its words with it, before it has a place in a text. */
export type Draft = Pick<Block, 'role' | 'level' | 'aside' | 'page'> & { readonly text: string }

/**
 * The canonical text of drafts in order, and their places in it: list items one line apart, all else with a line between.
 * Drafts without words are left out.
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
