import { constants, crc32, createDeflate } from 'node:zlib'

/** zlib's compression level. Pictures of maps are mostly plain ground; a higher level hardly makes them smaller. */
const EFFORT = 3
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Eight bits each of red, green, blue and opacity; no palette, no interlacing. */
const RGBA = [8, 6, 0, 0, 0]

/** Compressed rows of a picture, to which more rows can be appended. */
export interface PackedRows {
  /** Deflated (RFC 1951) up to a byte boundary, without a final block. */
  readonly bytes: Uint8Array
  /** The Adler-32 checksum (RFC 1950) and the number of the uncompressed bytes. */
  readonly sum: number
  readonly length: number
}

/**
 * Compresses rows of a picture.
 * @param rows each row begins with the number of its filter, 0 for none
 */
export async function packRows(rows: Uint8Array): Promise<PackedRows> {
  const packing = createDeflate({ level: EFFORT, chunkSize: 1024 * 1024 })
  packing.write(rows)
  // Flush before the end: without it, zlib would write a final block after these rows, and no more could follow.
  packing.flush(constants.Z_SYNC_FLUSH, () => packing.end())
  const packed = Buffer.concat((await packing.toArray()) as Buffer[])
  const bytes = packed.subarray(HEADER.length, packed.length - END.length - 4)
  return { bytes, sum: packed.readUInt32BE(packed.length - 4), length: rows.length }
}

/** zlib's header, and the empty final block (RFC 1950). */
const HEADER = Uint8Array.of(0x78, 0x5e)
const END = Uint8Array.of(0x03, 0x00)

/**
 * Joins compressed bands into a PNG (ISO/IEC 15948), so that a large picture is never in memory uncompressed.
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

/** The Adler-32 checksum of two byte sequences in a row, from the checksums of both. */
function joined(first: number, { sum: second, length }: PackedRows): number {
  const [low, high] = [first & 0xffff, first >>> 16]
  const [lowAfter, highAfter] = [second & 0xffff, second >>> 16]
  // Both sums begin at 1, which must count once. The first low sum counts again for each byte of the second sequence.
  const lowest = (low + lowAfter + BASE - 1) % BASE
  const highest = (high + highAfter + (length % BASE) * ((low + BASE - 1) % BASE)) % BASE
  return highest * 0x10000 + lowest
}
