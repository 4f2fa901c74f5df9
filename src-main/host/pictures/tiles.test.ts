import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { tile } from './tiles'

const svg = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-50 -20 ${width} ${height}"></svg>`

it('a picture in tiles is as large as all of them together', async () => {
  const files = unzipSync(await tile(svg(3000, 1000), 2))
  const sizes = Object.entries(files).map(([name, bytes]) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    return [name, view.getUint32(16), view.getUint32(20)]
  })
  expect(sizes).toEqual([
    ['row-1-column-1.png', 4096, 2000],
    ['row-1-column-2.png', 1904, 2000],
  ])
})

it('P11 more tiles than anybody would look at are refused, with what to do', async () => {
  await expect(tile(svg(100_000, 100_000), 1)).rejects.toThrow(
    'The picture would be 625 tiles, more than 100. Nothing was written. Choose a smaller scale, or export the map as SVG',
  )
})
