import * as v from 'valibot'

/** What a stretch of a source's text is. `furniture` is what a page carries besides the article. */
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
 * A stretch of a source's canonical text with a role. Offsets are UTF-16 code units, half-open. Blocks are in order,
 * never empty and never overlap; between two blocks stands white space only. `aside` says in words why a block is
 * kept out of the reading flow ("repeats a sentence of the body"); a block without it is read.
 */
export const BlockSchema = v.looseObject({
  role: v.picklist(BLOCK_ROLES),
  start: offset,
  end: offset,
  /** Heading level, 1 to 6. */
  level: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  aside: v.optional(v.string()),
  /** The page that the block begins on, counted from 1, where the document has pages. */
  page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

export type Block = v.InferOutput<typeof BlockSchema>
