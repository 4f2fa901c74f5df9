import { availableParallelism } from 'node:os'
import { ContractError } from '#api/errors'
import { drawBands } from './picture-thread'
import { encodePng } from './png-file'
import { INVISIBLE, strangersIn } from './picture-band'
import { partsOf, sizeOf, TEXT } from './picture-part'
import { measure } from './typeface'

const SIDE_LIMIT = 16_384
const PIXEL_LIMIT = 120_000_000

/**
 * Bands have so many pixels at most, about. What a thread has drawn one in serves it for the next: taking memory is half
 * of the work of drawing large ones, and reading the SVG again for each most of that of small ones.
 */
const BAND = 10_000_000
const THREADS_MOST = 4
/**
 * Bands begin at multiples of this, if rows of pixels do there as well, and are drawn so much higher and deeper than they
 * are: at the edge of what it draws the renderer rounds otherwise. In the picture's own pixels.
 */
const EDGE = 20

/**
 * An SVG as a PNG of so many pixels for each of its own. It is drawn in bands by threads: a large one takes seconds, in
 * which the host has to answer, and the memory that it takes goes with the threads.
 * @throws ContractError in words for the user, when the picture would be too large to be made
 */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array> {
  refuseTooLarge(svg, scale)
  const size = sizeOf(svg)
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  const count = Number.isInteger(EDGE * scale) ? Math.ceil((width * height) / BAND) : 1
  const partOf = partsOf(plain(svg))
  const step = Math.ceil(size.height / count / EDGE) * EDGE
  const tasks = Array.from({ length: Math.ceil(size.height / step) }, (_, index) => {
    const [from, to] = [index * step, Math.min((index + 1) * step, size.height)]
    const [above, below] = [Math.max(0, from - EDGE), Math.min(to + EDGE, size.height)]
    const part = { x: 0, y: above, width: size.width, height: below - above }
    const rows = { skip: Math.round((from - above) * scale), take: Math.round((to - from) * scale) }
    return { svg: partOf(part), scale, ...rows }
  })
  const threads = Math.min(tasks.length, THREADS_MOST, availableParallelism())
  return encodePng(width, height, await drawBands(tasks, threads))
}

/** The SVG as the renderer can take it: without its own typefaces and what is not seen, and with each line of text in what can set it. */
function plain(svg: string): string {
  const picture = svg.replace(/<style>[^<]*<\/style>/, '').replace(/<title>[^<]*<\/title>/g, '')
  return towardsLeft(apart(picture, strangersIn(picture)))
}

/** Before the renderer reads it, which takes long for what is large. */
function refuseTooLarge(svg: string, scale: number): void {
  const { width, height } = sizeOf(svg)
  const most = Math.min(SIDE_LIMIT / Math.max(width, height), Math.sqrt(PIXEL_LIMIT / (width * height)))
  if (scale <= most) return
  const pixels = (side: number) => Math.ceil(side * scale).toLocaleString('en')
  const smaller = most >= 1 ? `Choose scale ${Math.floor(most * 10) / 10} or less, or export` : 'Export'
  throw new ContractError(
    'too-large',
    `The picture would be ${pixels(width)} × ${pixels(height)} pixels, too large for a PNG. Nothing was written. ` +
      `${smaller} the map as SVG, which is sharp at any size, or in tiles.`,
  )
}

/**
 * The renderer sets a whole line in another typeface when ours lacks one character of it, so lines are taken apart
 * there. Not those from right to left: their pieces would need another order.
 */
function apart(svg: string, strangers: ReadonlySet<string>): string {
  if (strangers.size === 0) return svg
  return svg.replace(TEXT, (line: string, attributes: string, words: string) => {
    const runs = runsOf(words, strangers)
    if (runs.length < 2 || attributes.includes('direction=')) return line
    const number = (name: string) => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1])
    const style = { size: number('font-size'), weight: number('font-weight') === 600 ? 600 : 400 } as const
    let x = number('x')
    return runs
      .map((run) => {
        const width = measure(unescape(run), style)
        const place = attributes
          .replace(/\bx="[^"]*"/, `x="${x}"`)
          .replace(/textLength="[^"]*"/, `textLength="${width}"`)
        x += width
        return `<text xml:space="preserve" ${place}>${run}</text>`
      })
      .join('')
  })
}

function runsOf(words: string, strangers: ReadonlySet<string>): string[] {
  const runs: string[] = []
  let strange: boolean | undefined
  for (const character of words) {
    const turns = !INVISIBLE.test(character) && strangers.has(character) !== strange
    if (turns) strange = strangers.has(character)
    if (turns || runs.length === 0) runs.push(character)
    else runs[runs.length - 1] += character
  }
  return runs
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' }
const unescape = (xml: string): string =>
  xml.replace(/&([a-z]+|#\d+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** The renderer does not know `direction`; it does know the characters that isolate a run from right to left. */
const towardsLeft = (svg: string): string =>
  svg.replace(TEXT, (line: string, attributes: string, words: string) =>
    attributes.includes('direction="rtl"')
      ? `<text ${attributes.replace('direction="rtl"', 'text-anchor="end"')}>\u2067${words}\u2069</text>`
      : line,
  )
