import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodePng, packRows } from './png-file'

it('a PNG compressed in bands unpacks to the rows of all bands, with one checksum', async () => {
  const bands = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(bands, fc.nat({ max: 200_000 }), async (bands, zeros) => {
      // Sequences far longer than the modulus of the checksum.
      const rows = [...bands, new Uint8Array(zeros).fill(255)]
      const png = Buffer.from(encodePng(1, 1, await Promise.all(rows.map(packRows))))
      const parts: Buffer[] = []
      for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
          parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
      }
      // zlib throws if the checksum does not match.
      expect(inflateSync(Buffer.concat(parts)).equals(Buffer.concat(rows))).toBe(true)
    }),
    { numRuns: 60 },
  )
})
