import type { Options } from 'mdast-util-from-markdown'

/** A paragraph with more marks than this was not written by anybody, and takes time by their square. */
const MOST = 1000

/** Items of a list and headings begin a paragraph without an empty line before them. */
const PARAGRAPHS = /\n[ \t]*\n|\n(?=[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6})[ \t])/

/** The parser's names for emphasis, links and pictures. */
const MARKS = ['attention', 'labelStartLink', 'labelStartImage', 'labelEnd']

/**
 * How a text is to be parsed that has paragraphs full of marks of emphasis or brackets: without either, so that they stay
 * as they were typed.
 * @returns how many such paragraphs there are, too
 */
export function bounded(text: string): { options: Options; count: number } {
  const full = text.split(PARAGRAPHS).filter((each) => (each.match(/\*+|_+|\[/g)?.length ?? 0) > MOST)
  return {
    options: full.length > 0 ? { extensions: [{ disable: { null: MARKS } }] } : {},
    count: full.length,
  }
}
