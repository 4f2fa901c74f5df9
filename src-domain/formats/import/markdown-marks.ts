import type { Options } from 'mdast-util-from-markdown'
import { HEADINGS } from './markdown-headings'

/**
 * The most marks in a paragraph that are parsed. Nobody writes more, and the time grows with the square of their
 * number.
 */
const MOST_MARKS = 1000

/** The start of a paragraph: an empty line, a list item or a heading. */
const PARAGRAPHS = /\n[ \t]*\n|\n(?=[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6})[ \t])/

/** The parser's names for the constructs of emphasis, links and images. */
const MARKS = ['attention', 'labelStartLink', 'labelStartImage', 'labelEnd']

/**
 * Extensions of the parser to parse a text with: if a paragraph has too many marks of emphasis or brackets, these constructs are
 * disabled and the marks stay in the text.
 * @returns the extensions, and the number of such paragraphs
 */
export function bounded(text: string): { extensions: NonNullable<Options['extensions']>; count: number } {
  const full = text.split(PARAGRAPHS).filter((each) => (each.match(/\*+|_+|\[/g)?.length ?? 0) > MOST_MARKS)
  return {
    extensions: [HEADINGS, ...(full.length > 0 ? [{ disable: { null: MARKS } }] : [])],
    count: full.length,
  }
}
