import * as v from 'valibot'

/** The role of a block. `furniture` is text of a page that is not part of the article, such as a running head. */
export const BLOCK_ROLES = [
  'title',
  'heading',
  'paragraph',
  'quote',
  'list-item',
  'pull-quote',
  'caption',
  'note',
  'code',
  'furniture',
] as const

export type BlockRole = (typeof BLOCK_ROLES)[number]

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * A part of a source's canonical text with a role. Offsets are UTF-16 units, half-open. Blocks are in order, not empty,
 * do not overlap, and have only white space between them. `aside` says why a block is left out of the reading flow
 * ("repeats a sentence of the body"); a block without it is read.
 */
export const BlockSchema = v.looseObject({
  role: v.picklist(BLOCK_ROLES),
  start: offset,
  end: offset,
  /** The level of a heading, 1 to 6; of a list item, the number of lists it is in, if there are several. */
  level: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  aside: v.optional(v.string()),
  /** The page on which the block begins, from 1; only in documents with pages. */
  page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

export type Block = v.InferOutput<typeof BlockSchema>
