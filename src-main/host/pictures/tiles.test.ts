import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { blankPicture } from './testing/blank-picture'
import { tile } from './tiles'

const picture = (width: number, height: number) => blankPicture({ x: -50, y: -20, width, height })

it('the tiles together are as large as the picture', async () => {
  const files = unzipSync(await tile(picture(3000, 1000), 2))
  const sizes = Object.entries(files).map(([name, bytes]) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    return [name, view.getUint32(16), view.getUint32(20)]
  })
  expect(sizes).toEqual([
    ['row-1-column-1.png', 4096, 2000],
    ['row-1-column-2.png', 1904, 2000],
  ])
})

it('P11 too many tiles are refused with advice', async () => {
  await expect(tile(picture(100_000, 100_000), 1)).rejects.toThrow(
    'The picture would be 625 tiles, more than 100. Nothing was written. Choose a smaller scale, or export the map as SVG',
  )
})
