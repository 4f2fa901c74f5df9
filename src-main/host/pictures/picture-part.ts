import type { Rect } from '#domain/canvas/card'

/** A line of text as the exporter writes it. */
export const TEXT = /<text ([^>]*)>([^<]*)<\/text>/g
/** What draws something by itself, as the exporter writes it. */
const DRAWN = /<text [^>]*>[^<]*<\/text>|<(?:path|rect|circle) [^>]*\/>/g
/** A path of points alone: lines, and curves that stay between theirs. */
const POINTS = /\sd="([MLQ\d\s.,-]+)"/
/** Letters stand so far above and below their line, and lines and circles reach no further around their points. */
const REACH = 100

/** How wide and high a picture is in pixels of its own, as the exporter writes it. */
export const sizeOf = (svg: string): { width: number; height: number } => {
  const found = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg)
  return { width: Number(found?.[1] ?? 0), height: Number(found?.[2] ?? 0) }
}

/**
 * Cuts parts out of a picture: each the same SVG, of which no more is shown than that part, counted from the picture's
 * corner. What lies above or below it is left out, since reading and setting it takes the renderer longest.
 */
export function partsOf(svg: string): (part: Rect) => string {
  const pieces = piecesOf(svg)
  return ({ x, y, width, height }) => {
    let top = 0
    const head = pieces[0]!.text.replace(
      /width="[\d.]+" height="[\d.]+" viewBox="(-?[\d.]+) (-?[\d.]+) [^"]*"/,
      (_, left: string, above: string) => {
        top = Number(above) + y
        return `width="${width}" height="${height}" viewBox="${Number(left) + x} ${top} ${width} ${height}"`
      },
    )
    const isShown = ({ from, to }: Piece) => to > top - REACH && from < top + height + REACH
    const shown = pieces.slice(1).filter(isShown)
    return [head, ...shown.map(({ text }) => text)].join('')
  }
}

/** A piece of an SVG's text, and from where to where on the page it draws something, if that is known. */
interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

function piecesOf(svg: string): Piece[] {
  const pieces: Piece[] = []
  const always = (text: string) => pieces.push({ text, from: -Infinity, to: Infinity })
  let end = 0
  for (const { 0: text, index } of svg.matchAll(DRAWN)) {
    if (index > end || index === 0) always(svg.slice(end, index))
    end = index + text.length
    const heights = heightsOf(text)
    if (heights.length === 0) always(text)
    else pieces.push({ text, from: least(heights), to: -least(heights.map((height) => -height)) })
  }
  always(svg.slice(end))
  return pieces
}

/** Where on the page the points of an element are; none if that cannot be told. */
function heightsOf(element: string): number[] {
  const points = POINTS.exec(element)?.[1]?.match(/-?[\d.]+/g)
  if (points) return points.filter((_, index) => index % 2 === 1).map(Number)
  const y = /\sc?y="(-?[\d.]+)"/.exec(element)?.[1]
  if (y === undefined) return []
  return [Number(y), Number(y) + Number(/\sheight="([\d.]+)"/.exec(element)?.[1] ?? 0)]
}

const least = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value))
