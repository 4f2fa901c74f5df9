import * as v from 'valibot'
import { words } from '../../records/record'

/** The metadata of a work from a reference manager, to be matched with an article of the project. */
export const ReferenceSchema = v.object({
  title: words(1000),
  authors: v.array(words(300)),
  publisher: words(300),
  /** As precise as it is known: `2019`, `2019-08` or `2019-08-06`. */
  published: words(40),
  accessed: v.optional(words(40)),
  url: words(4000),
  doi: words(300),
  language: words(35),
  kind: words(60),
})

export type Reference = v.InferOutput<typeof ReferenceSchema>
