import { isPageNumber } from '../structure/page-furniture'
import { grouped, type PositionedLine } from './positioned'
import { endsSentence, startsLower } from '../sentences/sentences'

/** How many rows at the top and at the foot of a page may carry what belongs to the page. */
const ROWS = 3
/** As far apart, in points, lines may stand that stand at the same place of their pages. */
const SAME_PLACE = 6
/** Left and right pages take turns, and chapters open without a head. */
const NEAR_PAGES = 4

/** What a browser prints at the edges of a page: when, and which page of how many; title and address stand beside. */
const PRINTED =
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?\b|^(?:(?:https?|file):\/\/\S+ )?\d{1,4}\/\d{1,4}$/iu

interface Edge {
  readonly line: PositionedLine
  readonly top: boolean
}

/** Finds running heads, feet and page numbers: what stands at the same place of several pages, numbers aside. */
export function findPageEdges(lines: readonly PositionedLine[]): Map<PositionedLine, string> {
  const found = new Map<PositionedLine, string>()
  const edges = edgesOf(lines)
  for (const alike of grouped(edges, ({ line, top }) => `${top} ${wordsOf(line.text)}`).values()) {
    alike.forEach((edge, index) => {
      for (const other of alike.slice(index + 1, index + 1 + NEAR_PAGES * ROWS)) {
        if (!isTwin(edge, other)) continue
        found.set(edge.line, nameOf(edge))
        found.set(other.line, nameOf(other))
      }
    })
  }
  for (const edge of edges) if (isOwnNumber(edge.line)) found.set(edge.line, 'page number')
  const stamped = new Set(edges.filter(({ line }) => PRINTED.test(line.text)).map(({ line }) => rowOf(line)))
  for (const edge of edges) if (stamped.has(rowOf(edge.line))) found.set(edge.line, nameOf(edge))
  return found
}

const nameOf = ({ line, top }: Edge): string =>
  isPageNumber(line.text) ? 'page number' : top ? 'running head' : 'running foot'

/** Figures count as one and the same, so that page numbers and dates of issues do not part what belongs together. */
const wordsOf = (text: string): string =>
  isPageNumber(text) ? '#' : text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ')

function isTwin(edge: Edge, other: Edge): boolean {
  const pages = Math.abs(edge.line.page - other.line.page)
  return pages > 0 && pages <= NEAR_PAGES && Math.abs(edge.line.y - other.line.y) <= SAME_PLACE
}

const rowOf = ({ page, y }: PositionedLine): string => `${page} ${Math.round(y)}`

/** The end of a sentence, of a caption that several pages have in one place, say. */
const isRest = (text: string): boolean => startsLower(text) && endsSentence(text) && text.length > 40

/** A document of one page has its number once. */
const isOwnNumber = ({ text, page }: PositionedLine): boolean =>
  isPageNumber(text) && Number(/\d+/.exec(text)?.[0]) === page

function edgesOf(lines: readonly PositionedLine[]): Edge[] {
  return [...grouped(lines, ({ page }) => page).values()].flatMap((page) => {
    const rows = [...new Set(page.map(({ y }) => Math.round(y)))].sort((a, b) => a - b)
    const [highest, lowest] = [rows[Math.min(ROWS, rows.length) - 1] ?? 0, rows.at(-ROWS) ?? rows[0] ?? 0]
    return page.flatMap((line) => {
      const y = Math.round(line.y)
      // On a page of few rows a line may be near both edges.
      const edges = [
        ...(y <= highest ? [{ line, top: true }] : []),
        ...(y >= lowest ? [{ line, top: false }] : []),
      ]
      return line.text.length <= 200 && !isRest(line.text) ? edges : []
    })
  })
}
