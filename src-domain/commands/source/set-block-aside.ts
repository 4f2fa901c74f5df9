import * as v from 'valibot'
import { changed } from '../../document/change'
import type { Block } from '../../records/block'
import { IdSchema, words } from '../../records/record'
import { SET_ASIDE_MANUALLY } from '../../versions/manual-asides'
import { command, nothing, refuse } from '../command'

/** Sets a block aside by hand, with a reason, or returns it to the reading flow. Text and offsets stay the same. */
export const sourceSetBlockAside = command({
  name: 'source.setBlockAside',
  title: 'Set block aside',
  menu: 'Edit',
  context: { on: ['words'] },
  input: v.object({
    source: IdSchema,
    /** The index of the block in the source. */
    block: v.pipe(v.number(), v.integer(), v.minValue(0)),
    aside: v.nullable(v.pipe(words(500), v.minLength(1))),
  }),
  /** The block in which the selection begins. */
  from({ project, passage }) {
    if (!passage) return undefined
    const { blocks } = project.sources.get(passage.source)!
    const block = blocks.findIndex(({ start, end }) => start <= passage.start && passage.start < end)
    return block < 0 ? undefined : { source: passage.source, block, aside: SET_ASIDE_MANUALLY }
  },
  run(project, { source: id, block: index, aside }) {
    const source = project.sources.get(id)
    const block = source?.blocks[index]
    if (!source || !block) return refuse('That part of the article is no longer in the project.')
    const label = aside === null ? 'restore block' : 'set block aside'
    if ((block.aside ?? null) === aside) return nothing(label)
    const { aside: _before, ...read } = block
    const now = { ...read, ...(aside !== null && { aside }) } as Block
    const blocks = source.blocks.map((each) => (each === block ? now : each))
    return { patch: [changed('sources', source, { blocks })], label }
  },
})
