import { availableParallelism } from 'node:os'
import { ContractError } from '#api/errors'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { clipPicture } from './clip-picture'
import type { OnProgress } from './export-progress'
import { bandTask, type BandTask } from './picture-band'
import { drawBands } from './picture-thread'
import { encodePng } from './png-file'
import { withRasterText } from './raster-text'

const SIDE_LIMIT = 16_384
const PIXEL_LIMIT = 120_000_000

/**
 * Approximate pixels in a band. A thread reuses the memory of one band for the next: with large bands half of the
 * time goes into allocating it, with small bands most of the time goes into reading the SVG for each.
 */
const BAND = 10_000_000
const THREADS_MOST = 4
/**
 * Bands begin at multiples of this, where pixel rows begin too. Each band is drawn with this margin above and below,
 * because the renderer rounds differently at the edges of what it draws. Map pixels.
 */
const EDGE = 20

/**
 * Renders a picture as a PNG. Threads draw it in bands: a large picture takes seconds, during which the host must
 * answer, and the threads free its memory when they end.
 * @param scale device pixels per map pixel
 * @throws ContractError in words for the user if the picture is too large
 */
export async function rasterise(
  picture: Picture,
  scale: number,
  onProgress?: OnProgress,
): Promise<Uint8Array> {
  refuseTooLarge(picture, scale)
  const size = picture.page
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  const tasks = bandsOf({ ...picture, drawing: withRasterText(picture.drawing) }, scale)
  const threads = Math.min(tasks.length, THREADS_MOST, availableParallelism())
  return encodePng(width, height, await drawBands(tasks, threads, onProgress))
}

function bandsOf(picture: Picture, scale: number): BandTask[] {
  const { width, height } = picture.page
  const count = Number.isInteger(EDGE * scale) ? Math.ceil((width * height * scale * scale) / BAND) : 1
  const step = Math.ceil(height / count / EDGE) * EDGE
  return Array.from({ length: Math.ceil(height / step) }, (_, index) => {
    const [from, to] = [index * step, Math.min((index + 1) * step, height)]
    const [above, below] = [Math.max(0, from - EDGE), Math.min(to + EDGE, height)]
    const band = clipPicture(picture, { x: 0, y: above, width, height: below - above })
    const rows = { skip: Math.round((from - above) * scale), take: Math.round((to - from) * scale) }
    return { ...bandTask(band), scale, ...rows }
  })
}

/** Check this first, because preparing a huge picture takes long. */
function refuseTooLarge({ page: { width, height } }: Picture, scale: number): void {
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
