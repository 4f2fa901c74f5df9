import { gunzipSync } from 'node:zlib'

const BLOCK = 512

/** A file of an archive. */
export interface ArchivedFile {
  /** Its path in the archive, with slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The archive is damaged, or it is not one. */
export class ArchiveError extends Error {}

/**
 * The files of a compressed tar archive (POSIX ustar, and the long paths of pax and GNU), in memory. Nothing is written.
 * @throws `ArchiveError`
 */
export function readTar(compressed: Uint8Array): ArchivedFile[] {
  const archive = unpack(compressed)
  const files: ArchivedFile[] = []
  let longPath: string | undefined
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK)
    if (header.every((byte) => byte === 0)) return files
    const size = sizeOf(header)
    const bytes = archive.subarray(at + BLOCK, at + BLOCK + size)
    if (bytes.length < size) break
    const kind = textOf(header, 156, 1)
    if (kind === 'x') longPath = /^\d+ path=(.*)$/m.exec(bytes.toString('utf8'))?.[1]
    else if (kind === 'L') longPath = textOf(bytes, 0, size)
    else {
      if (kind === '0' || kind === '') files.push({ path: longPath ?? pathOf(header), bytes })
      longPath = undefined
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  throw new ArchiveError('The archive is incomplete.')
}

/** At most this many bytes: a few times the largest archive that Counterpoint makes. */
const MOST = 512 * 1024 * 1024

function unpack(compressed: Uint8Array): Buffer {
  if (compressed[0] !== 0x1f || compressed[1] !== 0x8b)
    throw new ArchiveError('It is not a package of Counterpoint.')
  try {
    return gunzipSync(compressed, { maxOutputLength: MOST })
  } catch {
    throw new ArchiveError('The archive is damaged or incomplete.')
  }
}

function sizeOf(header: Buffer): number {
  const digits = textOf(header, 124, 12).trim()
  if (!/^[0-7]+$/.test(digits)) throw new ArchiveError('The archive is damaged.')
  return parseInt(digits, 8)
}

function pathOf(header: Buffer): string {
  const prefix = textOf(header, 257, 5) === 'ustar' ? textOf(header, 345, 155) : ''
  return (prefix ? `${prefix}/` : '') + textOf(header, 0, 100)
}

const textOf = (header: Buffer, at: number, length: number): string =>
  header.toString('utf8', at, at + length).replace(/\0.*$/s, '')
