import type { Block } from '../records/block'
import type { Excerpt } from '../records/excerpt'
import type { Source } from '../records/source'
import { gradeOf } from './grades'

/** The roles of blocks that have a paragraph number. */
const COUNTED: ReadonlySet<Block['role']> = new Set(['paragraph', 'quote', 'list-item'])

const numbers = new WeakMap<Source, ReadonlyMap<number, number>>()

/** Paragraph numbers, from 1, by the start offset of the block. Blocks that are set aside have none. */
export function paragraphNumbers(source: Source): ReadonlyMap<number, number> {
  const known = numbers.get(source)
  if (known) return known
  const read = source.blocks.filter(({ role, aside }) => !aside && COUNTED.has(role))
  const numbered = new Map(read.map(({ start }, index) => [start, index + 1]))
  numbers.set(source, numbered)
  return numbered
}

/** The locator of a passage for a citation: "p. 3" where the source has pages, else "para. 12", else empty. */
export function locator(source: Source, start: number): string {
  const upTo = source.blocks.filter((block) => block.start <= start)
  const page = upTo.findLast((block) => block.page !== undefined)?.page
  if (page !== undefined) return `p. ${page}`
  const all = paragraphNumbers(source)
  const block = upTo.findLast((each) => all.has(each.start))
  return block ? `para. ${all.get(block.start)}` : ''
}

/**
 * A citation of a passage: authors, title, publisher, date, locator, address and grade, without those that are unknown.
 * @param passage the marked passage, which may have a grade of its own
 */
export function citation(source: Source, start: number, passage?: Pick<Excerpt, 'credibility'>): string {
  const grade = gradeOf(source, passage)
  return `${cited(source, locator(source, start))}${grade && ` [${grade}]`}`
}

/** A citation of a whole source, without a locator. */
export const reference = (source: Source): string => cited(source, '')

function cited(source: Source, place: string): string {
  const who = source.authors.join(', ')
  const rest = [`“${source.title}”`, source.publisher, source.published, place, source.doi || source.url]
  return [who, ...rest].filter(Boolean).join(', ')
}

/** A passage in quotation marks with its citation, as in reports. */
export const quotation = (
  source: Source,
  exact: string,
  start: number,
  passage?: Pick<Excerpt, 'credibility'>,
): string => `“${exact.replace(/\s+/g, ' ')}” (${citation(source, start, passage)})`
