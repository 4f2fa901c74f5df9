import * as v from 'valibot'

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A link in an article: the span of its words in the canonical text, in UTF-16 units, and the address it leads to. */
export const TextLinkSchema = v.looseObject({
  start: offset,
  end: offset,
  /** As the file has it, made absolute. Untrusted: it opens only through `safeExternalUrl`. */
  address: v.pipe(v.string(), v.maxLength(4000)),
})

export type TextLink = v.InferOutput<typeof TextLinkSchema>
