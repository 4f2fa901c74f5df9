import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { TEXT } from './picture-part'
import { packRows, type PackedRows } from './png-file'
import { inTypeface, systemFontsWith, wholeFonts } from './typeface'

/** A band of a picture to be drawn: an SVG that shows it, and pixels for each of its own. */
export interface BandTask {
  readonly svg: string
  readonly scale: number
  /** So many rows of pixels are left out at the top, and no more are wanted than this. */
  readonly skip: number
  readonly take: number
}

/** A band of a picture as a PNG holds it. */
export const bandOf = async (task: BandTask): Promise<PackedRows> => packRows(await rowsOf(task))

/** Its rows before they are packed: each a byte that says unfiltered, then red, green, blue and opacity of each pixel. */
export async function rowsOf({ svg, scale, skip, take }: BandTask): Promise<Uint8Array> {
  await ready()
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [...wholeFonts(), ...systemFontsWith(strangersIn(svg))],
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  })
  try {
    const image = renderer.render()
    const { width, pixels } = image
    image.free()
    undoMultiplied(pixels)
    const stride = width * 4
    const rows = new Uint8Array((stride + 1) * take)
    for (let y = 0; y < take; y++)
      rows.set(pixels.subarray((skip + y) * stride, (skip + y + 1) * stride), y * (stride + 1) + 1)
    return rows
  } finally {
    renderer.free()
  }
}

/** The renderer's colours are multiplied by their opacity, a PNG's are not. */
function undoMultiplied(pixels: Uint8Array): void {
  // Four bytes at a time: most pixels are opaque, and there may be a hundred million of them.
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  for (let index = 0; index < whole.length; index++) {
    // The typed array is little-endian wherever Node runs, so that opacity is uppermost.
    const opacity = whole[index]! >>> 24
    if (opacity === 255 || opacity === 0) continue
    for (let at = index * 4; at < index * 4 + 3; at++)
      pixels[at] = Math.min(255, Math.round((pixels[at]! * 255) / opacity))
  }
}

let module: Promise<WebAssembly.Module> | undefined
/**
 * The renderer, compiled. Threads that are given the same one share what the engine has made of it: each would else begin
 * with code that is quickly made and slow.
 */
export const compiled = (): Promise<WebAssembly.Module> =>
  (module ??= compile().catch((error: unknown) => {
    // What stood in the way once, such as too many open files, need not the next time.
    module = undefined
    throw error
  }))

const compile = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(
    await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )

let started: Promise<void> | undefined
/** Makes the renderer ready in this thread; what is drawn before, compiles it anew. */
export const ready = (renderer?: Promise<WebAssembly.Module>): Promise<void> =>
  (started ??= initWasm(renderer ?? compiled()))

/** What needs no glyph. */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\s]/u

/** The characters set in the picture that the typeface lacks. */
export function strangersIn(svg: string): Set<string> {
  const characters = new Set([...svg.matchAll(TEXT)].flatMap(([, , words]) => [...words!]))
  return new Set([...characters].filter((each) => !INVISIBLE.test(each) && !inTypeface(each)))
}
