import type { FileHandle } from 'node:fs/promises'

/** What a file gets: a large content comes in pieces, so that it is never in memory as a whole. */
export type Content = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Bytes written between two syncs. With more unsynced data, other programs' syncs would have to wait for ours. */
export const PART = 4 * 1024 * 1024

/** Writes to a file in parts, with a sync between two of them. Returns the number of bytes. */
export async function writeInParts(file: FileHandle, content: Content): Promise<number> {
  let length = 0
  let written = 0
  const waiting: Uint8Array[] = []
  const write = async () => {
    await file.writeFile(waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting))
    waiting.length = 0
    written = length
  }
  for await (const piece of piecesOf(content)) {
    if (length - written >= PART) {
      await write()
      await file.datasync()
    }
    waiting.push(piece)
    length += piece.length
  }
  await write()
  return length
}

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PART) yield bytes.subarray(start, start + PART)
}

function piecesOf(content: Content): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (typeof content === 'string') return partsOf(Buffer.from(content))
  return content instanceof Uint8Array ? partsOf(content) : content
}
