import type { PDFPageProxy } from 'pdfjs-dist'
import type { PositionedLine } from '#domain/text/pages/positioned'
import { withAccents } from './pdf-accents'
import type { Fonts } from './pdf-fonts'
import { joinPieces, type PlacedText } from './pdf-fragments'
import { partLineNumbers } from './pdf-line-numbers'
import { linesOf } from './pdf-rows'
import { isReadTurned, quarterOf, uprightIn, type Quarter } from './pdf-turned'

/** The text of a page. */
export interface PageText {
  readonly lines: readonly PositionedLine[]
  /** Single lines that run up, down or across the page. They come after the others. */
  readonly sideways: readonly PositionedLine[]
  /** The page's line numbers, as one line after all others. */
  readonly numbers: readonly PositionedLine[]
  /** Its text in drawing order. */
  readonly raw: string
}

/** Reads the text of one page into lines: upright text first, then text that is printed sideways. */
export async function readPage(page: PDFPageProxy, fonts: Fonts): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: false })
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const turned = transform as unknown as Matrix
  const quarters: [PlacedText[], PlacedText[], PlacedText[], PlacedText[]] = [[], [], [], []]
  const slanted: PlacedText[] = []
  const raw: string[] = []
  for (const item of content.items) {
    if (!('str' in item)) continue
    raw.push(item.str, item.hasEOL ? '\n' : '')
    const placed = place(item, turned)
    if (!placed) continue
    const { quarter, ...piece } = placed
    if (quarter === undefined) slanted.push(piece)
    else quarters[quarter].push(uprightIn(piece, quarter, { width, height }))
  }
  const [upright, ...others] = quarters
  const hasUpright = upright.some(hasText)
  const read = others.filter((pieces) => isReadTurned(pieces, hasUpright))
  await fonts.learn(page, telling([upright, ...read].flat()))
  const number = page.pageNumber
  const { numbers, rest } = partLineNumbers(joinPieces(withAccents(upright)))
  const lines = linesOf(number, rest, fonts.isBold)
  for (const pieces of read)
    lines.push(...linesOf(number, joinPieces(withAccents(pieces)), fonts.isBold, nextColumn(lines)))
  const sideways = [...others.filter((pieces) => !read.includes(pieces)).flat(), ...slanted]
  return {
    lines,
    sideways: apart(number, sideways, nextColumn(lines)),
    numbers: apart(number, numbers, nextColumn(lines) + 1),
    raw: raw.join(''),
  }
}

/** The fewest letters of a heading. Looking at the fonts of bullets and symbols would take time for nothing. */
const HEADING = 4

/** Headings are set no smaller than this, in sizes of the text: the labels of figures have fonts of their own. */
const SMALLEST = 0.95

/** The fonts in which a page has enough letters for a heading. */
function telling(pieces: readonly PlacedText[]): Set<string> {
  const sizes = new Map<number, number>()
  const letters = pieces.map(({ text }) => text.match(/\p{L}/gu)?.length ?? 0)
  pieces.forEach(({ size }, at) => sizes.set(size, (sizes.get(size) ?? 0) + letters[at]!))
  const [text = 0] = [...sizes].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])
  const counts = new Map<string, number>()
  pieces.forEach(({ font, size }, at) => {
    if (size >= text * SMALLEST) counts.set(font, (counts.get(font) ?? 0) + letters[at]!)
  })
  return new Set([...counts].flatMap(([font, count]) => (count >= HEADING ? font : [])))
}

const hasText = ({ text }: PlacedText): boolean => text.trim() !== ''

const nextColumn = (lines: readonly PositionedLine[]): number => (lines.at(-1)?.column ?? -1) + 1

type Matrix = readonly [number, number, number, number, number, number]

interface Item {
  readonly str: string
  readonly dir: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly fontName: string
}

function place(item: Item, page: Matrix): (PlacedText & { quarter: Quarter | undefined }) | undefined {
  const [a, b, c, d, x, y] = times(page, item.transform as unknown as Matrix)
  const size = Math.hypot(c, d)
  if (![x, y, size, item.width].every(Number.isFinite) || size === 0) return undefined
  return {
    text: item.str,
    x,
    y,
    width: item.width,
    size,
    font: item.fontName,
    rightToLeft: item.dir === 'rtl',
    quarter: quarterOf(a, b),
  }
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

type Piece = Pick<PlacedText, 'text' | 'x' | 'y' | 'size'>

/** Pieces that are not part of the lines, joined in drawing order, as a column of their own. */
function apart(page: number, pieces: readonly Piece[], column: number): PositionedLine[] {
  const text = pieces.map((piece) => piece.text).join(' ')
  const [first] = pieces
  if (!first || text.trim() === '') return []
  const { x, y, size } = first
  return [{ text, page, column, x, right: x, y, size, bold: false }]
}
