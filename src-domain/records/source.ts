import * as v from 'valibot'
import { BlockSchema } from './block'
import { TextLinkSchema } from './text-link'
import { ForeignSchema, IdSchema, isObject, renamed, TimeSchema, words, type RecordType } from './record'

/** The kind of a source that is made of the quotes of an article which is not there. */
export const QUOTES = 'quotes'

/** UTF-16 units. Not less than the largest text file that can be imported gives. */
const TEXT_LIMIT = 21_000_000

/**
 * An article: its metadata, the canonical text that offsets refer to, the blocks of that text, and the original text,
 * against which the work of the importer can be checked.
 */
export const SourceSchema = v.looseObject({
  id: IdSchema,
  title: v.pipe(words(1000), v.minLength(1)),
  authors: v.array(words(300)),
  publisher: words(300),
  published: words(40),
  url: words(4000),
  doi: v.optional(words(300), ''),
  accessed: v.optional(words(40), ''),
  /** BCP 47, such as `en` or `tr`. */
  language: v.optional(words(35), ''),
  /** Article, report, book, web page …: the analyst's own word. */
  kind: v.optional(words(60), ''),
  /** The Admiralty grades of `vocabulary/grades.ts`; empty for ungraded. */
  reliability: v.optional(v.picklist(['', 'A', 'B', 'C', 'D', 'E', 'F']), ''),
  credibility: v.optional(v.picklist(['', '1', '2', '3', '4', '5', '6']), ''),
  fileName: words(1000),
  format: words(40),
  encoding: words(40),
  added: TimeSchema,
  text: words(TEXT_LIMIT),
  blocks: v.array(BlockSchema),
  /** The links in the text, in order and without overlap. Their addresses are not in the text. */
  links: v.optional(v.array(TextLinkSchema)),
  originalText: words(TEXT_LIMIT),
  /** The changes that the importer made to the text, each with its number of occurrences. */
  report: v.array(v.looseObject({ what: words(500), count: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  /** The original texts of earlier versions of the article, oldest first. */
  previousTexts: v.optional(
    v.array(v.looseObject({ replaced: TimeSchema, fileName: words(1000), originalText: words(TEXT_LIMIT) })),
    [],
  ),
  foreign: ForeignSchema,
})

export type Source = v.InferOutput<typeof SourceSchema>

export const source: RecordType<'sources', typeof SourceSchema> = {
  table: 'sources',
  schema: SourceSchema,
  migrations: [
    {
      version: 2,
      name: 'rename arrived to originalText and earlier to previousTexts',
      up: ({ earlier, ...record }) => ({
        ...renamed(record, 'arrived', 'originalText'),
        ...(earlier !== undefined && {
          previousTexts: Array.isArray(earlier)
            ? earlier.map((each: unknown) =>
                isObject(each) ? renamed(each, 'arrived', 'originalText') : each,
              )
            : earlier,
        }),
      }),
    },
  ],
}

const COUNTED = /[\p{L}\p{N}]+(?:['’\-.,][\p{L}\p{N}]+)*/gu
const counts = new WeakMap<Source, number>()

/** The number of words in the text of a source. Cached for each record. */
export function wordCount(record: Source): number {
  const known = counts.get(record)
  if (known !== undefined) return known
  const count = record.text.match(COUNTED)?.length ?? 0
  counts.set(record, count)
  return count
}

/** Sorts sources by the time of their import. */
export const sourcesInOrder = (sources: Iterable<Source>): Source[] =>
  [...sources].sort((a, b) => a.added.localeCompare(b.added) || a.id.localeCompare(b.id))
