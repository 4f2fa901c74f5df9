import { crc32, createDeflate } from 'node:zlib'

/** Pictures of maps are plain ground for the most part: more effort makes them hardly smaller. */
const EFFORT = 3
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Eight bits for each of red, green, blue and opacity; no palette, no interlacing. */
const RGBA = [8, 6, 0, 0, 0]

/**
 * A PNG (ISO/IEC 15948) of rows that come a few at a time, so that a large picture is never held whole.
 * @param bands each some rows of the picture, from top to bottom; before each row the number of its filter, 0 for none
 */
export async function encodePng(
  width: number,
  height: number,
  bands: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const chunks = [SIGNATURE, ...chunk('IHDR', Buffer.concat([header, Uint8Array.from(RGBA)]))]
  const packed = createDeflate({ level: EFFORT, chunkSize: 1024 * 1024 })
  const read = (async () => {
    for await (const part of packed) chunks.push(...chunk('IDAT', part as Buffer))
  })()
  for await (const rows of bands) {
    await new Promise<void>((done, failed) => packed.write(rows, (error) => (error ? failed(error) : done())))
  }
  packed.end()
  await read
  chunks.push(...chunk('IEND', Buffer.alloc(0)))
  return Buffer.concat(chunks)
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const [length, named, sum] = [Buffer.alloc(4), Buffer.from(name, 'latin1'), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(data, crc32(named)))
  return [length, named, data, sum]
}
