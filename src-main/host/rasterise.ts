import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ContractError } from '#api/errors'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { inTypeface, measure, systemFontsWith, wholeFonts } from './typeface'

const SIDE_LIMIT = 16_384
const PIXEL_LIMIT = 120_000_000

/**
 * An SVG as a PNG of so many pixels for each of its own.
 * @throws ContractError in words for the user, when the picture would be too large to be made
 */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array> {
  refuseTooLarge(svg, scale)
  await ready()
  const picture = svg.replace(/<style>[^<]*<\/style>/, '')
  const strangers = strangersIn(picture)
  const renderer = new Resvg(towardsLeft(apart(picture, strangers)), {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [...wholeFonts(), ...systemFontsWith(strangers)],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  })
  try {
    const image = renderer.render()
    const png = image.asPng()
    image.free()
    return png
  } finally {
    renderer.free()
  }
}

let started: Promise<void> | undefined
const ready = (): Promise<void> =>
  (started ??= initWasm(readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))))

/** How wide and high a picture is in pixels of its own, as `svgOf` writes it. */
export const sizeOf = (svg: string): { width: number; height: number } => {
  const found = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg)
  return { width: Number(found?.[1] ?? 0), height: Number(found?.[2] ?? 0) }
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

/** A line of text as the exporter writes it. */
const TEXT = /<text ([^>]*)>([^<]*)<\/text>/g
const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\s]/u

/** The characters set in the picture that the typeface lacks. */
function strangersIn(svg: string): Set<string> {
  const characters = new Set([...svg.matchAll(TEXT)].flatMap(([, , words]) => [...words!]))
  return new Set([...characters].filter((each) => !INVISIBLE.test(each) && !inTypeface(each)))
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
