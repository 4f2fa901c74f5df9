import type { Block } from '../records/block'
import type { Source } from '../records/source'

/** The reason of a block that the analyst set aside. */
export const SET_ASIDE_MANUALLY = 'by hand'

type Text = Pick<Source, 'text' | 'blocks'>

/**
 * The blocks of a new text, with those set aside or returned that the analyst had set aside or returned in the old
 * text. Blocks are matched by their words; of several with the same words, the first by the first, and so on.
 */
export function keepManualAsides(old: Text, now: Text): Block[] {
  const chosen = new Map<string, (Block | undefined)[]>()
  for (const block of old.blocks) {
    const key = keyOf(old, block)
    const others = chosen.get(key)
    const choice = isByHand(block) ? block : undefined
    if (others) others.push(choice)
    else chosen.set(key, [choice])
  }
  return now.blocks.map((block) => {
    const choice = chosen.get(keyOf(now, block))?.shift()
    if (!choice || choice.aside === block.aside) return block
    const { aside: _aside, ...read } = block
    return { ...read, ...(choice.aside !== undefined && { aside: choice.aside }) } as Block
  })
}

/** Importers set all furniture aside, so furniture without `aside` was returned by the analyst. */
const isByHand = ({ role, aside }: Block) =>
  aside === SET_ASIDE_MANUALLY || (role === 'furniture' && aside === undefined)

const keyOf = ({ text }: Text, { start, end }: Block) => text.slice(start, end).replace(/\s+/g, '')
