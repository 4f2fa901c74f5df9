import type { Block } from '../records/block'
import type { Source } from '../records/source'

/** The roles that count as paragraphs when an article's paragraphs are numbered. */
const COUNTED: ReadonlySet<Block['role']> = new Set(['paragraph', 'quote', 'list-item'])

const numbers = new WeakMap<Source, ReadonlyMap<number, number>>()

/** The number of each paragraph that is read, from 1, by the offset at which its block starts. */
export function paragraphNumbers(source: Source): ReadonlyMap<number, number> {
  const known = numbers.get(source)
  if (known) return known
  const read = source.blocks.filter(({ role, aside }) => !aside && COUNTED.has(role))
  const numbered = new Map(read.map(({ start }, index) => [start, index + 1]))
  numbers.set(source, numbered)
  return numbered
}

/** Where in its source a passage stands, as a citation says it: its page where there are pages, else its paragraph. */
export function locator(source: Source, start: number): string {
  const upTo = source.blocks.filter((block) => block.start <= start)
  const page = upTo.findLast((block) => block.page !== undefined)?.page
  if (page !== undefined) return `p. ${page}`
  const all = paragraphNumbers(source)
  const block = upTo.findLast((each) => all.has(each.start))
  return block ? `para. ${all.get(block.start)}` : ''
}

/** Author, title, publisher, date and place of a passage in its source; what is not known is left out. */
export const citation = (source: Source, start: number): string => cited(source, locator(source, start))

/** A source as a list of sources has it: what `citation` says, without a place. */
export const reference = (source: Source): string => cited(source, '')

function cited(source: Source, place: string): string {
  const who = source.authors.join(', ')
  const rest = [`“${source.title}”`, source.publisher, source.published, place, source.doi || source.url]
  return [who, ...rest].filter(Boolean).join(', ')
}

/** A passage as it is quoted in a report: the author's words, and where they stand. */
export const quotation = (source: Source, exact: string, start: number): string =>
  `“${exact.replace(/\s+/g, ' ')}” (${citation(source, start)})`
