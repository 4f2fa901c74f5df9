import { constants, crc32, createDeflate } from 'node:zlib'

/** Pictures of maps are plain ground for the most part: more effort makes them hardly smaller. */
const EFFORT = 3
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Eight bits for each of red, green, blue and opacity; no palette, no interlacing. */
const RGBA = [8, 6, 0, 0, 0]

/** Some rows of a picture, packed so that more can follow. */
export interface PackedRows {
  /** Deflated (RFC 1951) up to a whole byte, and not ended. */
  readonly bytes: Uint8Array
  /** Their Adler-32 checksum (RFC 1950), and how many bytes they are of, before they were packed. */
  readonly sum: number
  readonly length: number
}

/**
 * Packs rows of a picture.
 * @param rows before each the number of its filter, 0 for none
 */
export async function packRows(rows: Uint8Array): Promise<PackedRows> {
  const packing = createDeflate({ level: EFFORT, chunkSize: 1024 * 1024 })
  packing.write(rows)
  // Ended before it is flushed, it would end with the rows, which other rows are to follow.
  packing.flush(constants.Z_SYNC_FLUSH, () => packing.end())
  const packed = Buffer.concat((await packing.toArray()) as Buffer[])
  const bytes = packed.subarray(HEADER.length, packed.length - END.length - 4)
  return { bytes, sum: packed.readUInt32BE(packed.length - 4), length: rows.length }
}

/** What zlib writes before what is deflated, and the empty last block with which it ends it (RFC 1950). */
const HEADER = Uint8Array.of(0x78, 0x5e)
const END = Uint8Array.of(0x03, 0x00)

/**
 * A PNG (ISO/IEC 15948) of rows that were packed a few at a time, so that a large picture is never held whole.
 * @param bands from top to bottom
 */
export function encodePng(width: number, height: number, bands: readonly PackedRows[]): Uint8Array {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(bands.reduce((sum, band) => joined(sum, band), 1))
  return Buffer.concat([
    SIGNATURE,
    ...chunk('IHDR', Buffer.concat([header, Uint8Array.from(RGBA)])),
    ...chunk('IDAT', HEADER),
    ...bands.flatMap(({ bytes }) => chunk('IDAT', bytes)),
    ...chunk('IDAT', Buffer.concat([END, sum])),
    ...chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const [length, named, sum] = [Buffer.alloc(4), Buffer.from(name, 'latin1'), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(data, crc32(named)))
  return [length, named, data, sum]
}

/** The modulus of Adler-32. */
const BASE = 65_521

/** The Adler-32 checksum of two stretches, one after the other, of the checksums of each. */
function joined(first: number, { sum: second, length }: PackedRows): number {
  const [low, high] = [first & 0xffff, first >>> 16]
  const [lowAfter, highAfter] = [second & 0xffff, second >>> 16]
  // Both begin at 1, which counts once; what came before counts again for each byte after it.
  const lowest = (low + lowAfter + BASE - 1) % BASE
  const highest = (high + highAfter + (length % BASE) * ((low + BASE - 1) % BASE)) % BASE
  return highest * 0x10000 + lowest
}
