import { groupBy } from '../../collections/group-by'
import { endsSentence, startsLower } from '../sentences/sentences'
import { isPageNumber } from '../structure/page-numbers'
import type { PositionedLine } from './positioned'
import { PAGE_EDGES } from './thresholds'

/**
 * Text that a browser prints in a corner of each page: date and time, or "3/12". Title and address are in the same row.
 */
const PRINTED =
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?\b|^(?:(?:https?|file):\/\/\S+ )?\d{1,4}\/\d{1,4}$/iu

interface Edge {
  readonly line: PositionedLine
  readonly top: boolean
}

/**
 * Finds running heads, running feet and page numbers: lines at the same place of several pages with the same words, any
 * numbers counting as equal. Each has the name of its kind.
 */
export function findPageEdges(lines: readonly PositionedLine[]): Map<PositionedLine, string> {
  const found = new Map<PositionedLine, string>()
  const edges = edgesOf(lines)
  const add = (edge: Edge) => found.set(edge.line, nameOf(edge))
  for (const alike of groupBy(edges, ({ line, top }) => `${top} ${comparedText(line.text)}`).values()) {
    alike.forEach((edge, index) => {
      // Edges are in page order, so those of the near pages follow right after.
      const following = alike.slice(index + 1, index + 1 + PAGE_EDGES.nearPages * PAGE_EDGES.rows)
      for (const other of following.filter((candidate) => recurs(edge, candidate))) {
        add(edge)
        add(other)
      }
    })
  }
  edges.filter(({ line }) => isOwnNumber(line)).forEach(add)
  const printedRows = new Set(
    edges.filter(({ line }) => PRINTED.test(line.text)).map(({ line }) => rowOf(line)),
  )
  edges.filter(({ line }) => printedRows.has(rowOf(line))).forEach(add)
  return found
}

const nameOf = ({ line, top }: Edge): string =>
  isPageNumber(line.text) ? 'page number' : top ? 'running head' : 'running foot'

/** The text as two edges are compared: any digits count as the same, so that page numbers and dates may differ. */
const comparedText = (text: string): string =>
  isPageNumber(text) ? '#' : text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ')

function recurs(edge: Edge, other: Edge): boolean {
  const pages = Math.abs(edge.line.page - other.line.page)
  const isNear = pages > 0 && pages <= PAGE_EDGES.nearPages
  return isNear && Math.abs(edge.line.y - other.line.y) <= PAGE_EDGES.samePlace
}

const rowOf = ({ page, y }: PositionedLine): string => `${page} ${Math.round(y)}`

/** The end of a longer sentence, for example of a caption that several pages have in the same place. */
const isRemainder = (text: string): boolean =>
  startsLower(text) && endsSentence(text) && text.length > PAGE_EDGES.shortestRemainder

/**
 * The number of the page that the line is on. In a document of one page it occurs once, so repetition cannot find it.
 */
const isOwnNumber = ({ text, page }: PositionedLine): boolean =>
  isPageNumber(text) && Number(/\d+/.exec(text)?.[0]) === page

/** The lines in the first and last rows of each page. On a page of few rows a line may be at both edges. */
function edgesOf(lines: readonly PositionedLine[]): Edge[] {
  return [...groupBy(lines, ({ page }) => page).values()].flatMap((page) => {
    const rows = [...new Set(page.map(({ y }) => Math.round(y)))].sort((a, b) => a - b)
    const lastOfTop = rows[Math.min(PAGE_EDGES.rows, rows.length) - 1] ?? 0
    const firstOfFoot = rows.at(-PAGE_EDGES.rows) ?? rows[0] ?? 0
    return page
      .filter(({ text }) => text.length <= PAGE_EDGES.longest && !isRemainder(text))
      .flatMap((line) => {
        const y = Math.round(line.y)
        return [
          ...(y <= lastOfTop ? [{ line, top: true }] : []),
          ...(y >= firstOfFoot ? [{ line, top: false }] : []),
        ]
      })
  })
}
