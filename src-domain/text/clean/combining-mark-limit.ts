import type { Article } from '../../records/article'

/**
 * The most combining marks on one letter, as in Unicode's stream-safe text format (UAX #15, section 13). No script
 * needs more, and browsers take seconds to show a letter with tens of thousands.
 */
const MOST_MARKS = 30

/** The dotted circle, which carries marks without a letter. */
const CARRIER = '\u25cc'

const LONG_RUNS = new RegExp(`[\\p{M}\\u200c\\u200d]{${MOST_MARKS + 1},}`, 'gu')
const FULL_RUN = new RegExp(`[\\p{M}\\u200c\\u200d]{${MOST_MARKS}}(?!$)`, 'gu')

/** Puts a carrier into every run of more than `MOST_MARKS` combining marks. No character is removed. */
export const limitCombiningMarks = (text: string): string =>
  text.replace(LONG_RUNS, (run) => run.replace(FULL_RUN, (part) => part + CARRIER))

/** Limits the marks in an article's text, moves its blocks and links accordingly and reports what was done. */
export function articleWithLimitedMarks(article: Article): Article {
  const text = limitCombiningMarks(article.text)
  if (text === article.text) return article
  const places: number[] = []
  let count = 0
  for (const { 0: run, index } of article.text.matchAll(LONG_RUNS)) {
    count++
    for (const { 0: part, index: within } of run.matchAll(FULL_RUN)) places.push(index + within + part.length)
  }
  const blocks = movedSpans(article.blocks, places)
  const links = article.links && movedSpans(article.links, places)
  const what = `letters with more than ${MOST_MARKS} combining marks, spread over ${CARRIER} signs`
  return { ...article, text, blocks, ...(links && { links }), report: [...article.report, { what, count }] }
}

/** Spans in order, after a carrier was put into the text at each of these places. */
function movedSpans<Span extends { start: number; end: number }>(
  spans: readonly Span[],
  places: readonly number[],
): Span[] {
  let passed = 0
  const moved = (offset: number): number => {
    while (passed < places.length && places[passed]! < offset) passed++
    return offset + passed * CARRIER.length
  }
  return spans.map((span) => ({ ...span, start: moved(span.start), end: moved(span.end) }))
}
