import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { grown } from '#domain/canvas/rect'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { element, render } from '#domain/formats/export/picture/svg-xml'
import { packRows, type PackedRows } from './png-file'
import { missingCharacters } from './raster-text'
import { systemFontsWith } from './system-fonts'
import { wholeFonts } from './typeface'

/** A band of a picture to draw. Plain data, because it is sent to a thread. */
export interface BandTask {
  readonly svg: string
  /** Its characters that the typeface lacks. */
  readonly missing: ReadonlySet<string>
  /** Device pixels per map pixel. */
  readonly scale: number
  /** Pixel rows to skip at the top. */
  readonly skip: number
  /** Pixel rows to draw after those: the band. */
  readonly take: number
}

/** The parts of a task that depend on a picture whose text is ready for the renderer. */
export function bandTask({ page, ground, drawing }: Picture): Pick<BandTask, 'svg' | 'missing'> {
  const { x, y, width, height } = page
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    // As text, because numbers are rounded and the band would have an extra row of pixels.
    width: String(width),
    height: String(height),
    viewBox: `${x} ${y} ${width} ${height}`,
  }
  // Larger than the page, so that no pixel at its edge is half transparent.
  const behind = ground ? [element('rect', { ...grown(page, 1), fill: ground })] : []
  return { svg: render(element('svg', root, ...behind, drawing)), missing: missingCharacters(drawing) }
}

/** Draws and compresses a band for a PNG. */
export const bandOf = async (task: BandTask): Promise<PackedRows> => packRows(await rowsOf(task))

/**
 * Draws a band without compressing it. Each row has its filter byte, then red, green, blue and opacity of each pixel.
 */
export async function rowsOf({ svg, missing, scale, skip, take }: BandTask): Promise<Uint8Array> {
  await ready()
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [...wholeFonts(), ...systemFontsWith(missing)],
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

/** The renderer multiplies colours by their opacity, but PNG stores them unmultiplied. */
function undoMultiplied(pixels: Uint8Array): void {
  // Four bytes at a time, because a picture may have a hundred million pixels and most are opaque.
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  for (let index = 0; index < whole.length; index++) {
    // Typed arrays are little-endian wherever Node runs, so opacity is the highest byte.
    const opacity = whole[index]! >>> 24
    if (opacity === 255 || opacity === 0) continue
    for (let at = index * 4; at < index * 4 + 3; at++)
      pixels[at] = Math.min(255, Math.round((pixels[at]! * 255) / opacity))
  }
}

let module: Promise<WebAssembly.Module> | undefined
/**
 * The compiled renderer. Threads that get the same module share its optimised machine code; one that compiled its own
 * would begin with the engine's unoptimised code, which is slow.
 */
export const compiled = (): Promise<WebAssembly.Module> =>
  (module ??= compile().catch((error: unknown) => {
    // Try again next time: a failure such as too many open files may be temporary.
    module = undefined
    throw error
  }))

const compile = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(
    await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )

let started: Promise<void> | undefined
/**
 * Prepares the renderer in this thread.
 * @param renderer the module that another thread compiled
 */
export const ready = (renderer?: Promise<WebAssembly.Module>): Promise<void> =>
  (started ??= initWasm(renderer ?? compiled()))
