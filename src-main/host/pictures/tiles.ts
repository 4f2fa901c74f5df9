import { ContractError } from '#api/errors'
import { zipSync } from 'fflate'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { clipPicture } from './clip-picture'
import type { OnProgress } from './export-progress'
import { rasterise } from './rasterise'

/** The longest side of a tile, in device pixels. */
const TILE = 4096
const TILES_LIMIT = 100

/**
 * Renders a picture as PNGs in a zip file: `row-1-column-1.png` and so on, without overlap.
 * @param scale device pixels per map pixel
 * @throws ContractError in words for the user if there are too many tiles
 */
export async function tile(
  picture: Picture,
  scale: number,
  onProgress: OnProgress = () => undefined,
): Promise<Uint8Array> {
  const { width, height } = picture.page
  const columns = Math.ceil((width * scale) / TILE)
  const rows = Math.ceil((height * scale) / TILE)
  if (columns * rows > TILES_LIMIT) {
    throw new ContractError(
      'too-large',
      `The picture would be ${columns * rows} tiles, more than ${TILES_LIMIT}. Nothing was written. ` +
        'Choose a smaller scale, or export the map as SVG, which is sharp at any size.',
    )
  }
  const files: Record<string, Uint8Array> = {}
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [(column * TILE) / scale, (row * TILE) / scale]
      const size = { width: Math.min(TILE / scale, width - x), height: Math.min(TILE / scale, height - y) }
      files[`row-${row + 1}-column-${column + 1}.png`] = await rasterise(
        clipPicture(picture, { x, y, ...size }),
        scale,
      )
      onProgress({ done: row * columns + column + 1, of: rows * columns })
    }
  }
  // PNGs are compressed already.
  return zipSync(files, { level: 0 })
}
