import type { Article } from '../../records/article'

/**
 * So many marks may stand on one letter: the number after which Unicode's stream-safe text format breaks a run (UAX #15,
 * section 13). No script needs more; a page takes seconds to show a letter with tens of thousands.
 */
const MOST = 30

/** The sign that carries marks which have no letter. */
const CARRIER = '\u25cc'

const TOWERS = new RegExp(`[\\p{M}\\u200c\\u200d]{${MOST + 1},}`, 'gu')
const STOREY = new RegExp(`[\\p{M}\\u200c\\u200d]{${MOST}}(?!$)`, 'gu')

/** The text with every run of too many marks broken by a sign that carries them: not one of its own characters goes. */
export const limitCombiningMarks = (text: string): string =>
  text.replace(TOWERS, (tower) => tower.replace(STOREY, (storey) => storey + CARRIER))

/** The article with its text so, its blocks moved along, and a line in its report where there was anything to do. */
export function articleWithLimitedMarks(article: Article): Article {
  const text = limitCombiningMarks(article.text)
  if (text === article.text) return article
  const places: number[] = []
  let count = 0
  for (const { 0: tower, index } of article.text.matchAll(TOWERS)) {
    count++
    for (const { 0: storey, index: within } of tower.matchAll(STOREY))
      places.push(index + within + storey.length)
  }
  let passed = 0
  const moved = (offset: number): number => {
    while (passed < places.length && places[passed]! < offset) passed++
    return offset + passed * CARRIER.length
  }
  // In order: every offset is at least the one before.
  const blocks = article.blocks.map((block) => ({
    ...block,
    start: moved(block.start),
    end: moved(block.end),
  }))
  const what = `letters with more than ${MOST} marks on them, which were spread over signs like this: ${CARRIER}`
  return { ...article, text, blocks, report: [...article.report, { what, count }] }
}
