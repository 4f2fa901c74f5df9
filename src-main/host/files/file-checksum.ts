import { createHash } from 'node:crypto'
import { CHECKSUM } from '#domain/document/checksum'
import { contentHash } from './durable-file'

/** How the text of a project's file ends without its checksum. */
const END = '\n}\n'

/** How the text of a project's file ends with its checksum: the name of the last field, and its value. */
const SEALED_END = /,\n {2}"([^"\n]*)": "([^"\n]*)"\n\}\n$/

/** More bytes than the checksum and what follows it take. */
const LONGEST_END = 200

/**
 * Adds the checksum to the text of a project: the SHA-256 of all that comes before it in the file, as its last field.
 * @param text as `save` gives it
 */
export function withChecksum(text: string): string {
  const content = text.slice(0, -END.length)
  return content + sealOf(contentHash(content))
}

/** The end of a file with its checksum. */
const sealOf = (sum: string): string => `,\n  "${CHECKSUM}": "${sum}"${END}`

/** The characters of a file that become bytes at a time, and the bytes of records that are given on at a time. */
const TOGETHER = 1_000_000

/**
 * The bytes of a project's file with its checksum, as `withChecksum` gives them, in pieces: a large project is never in
 * memory as a whole.
 * @param pieces the file as `savedPieces` gives it
 * @param hash gets all of the bytes, for the SHA-256 of the whole file
 */
export function* sealedPieces(
  pieces: Iterable<string | Uint8Array>,
  hash = createHash('sha256'),
): Generator<Uint8Array> {
  let waiting = ''
  const hashed = (bytes: Uint8Array): Uint8Array => {
    hash.update(bytes)
    return bytes
  }
  for (const piece of pieces) {
    const isText = typeof piece === 'string'
    if (waiting.length > (isText ? TOGETHER : 0)) {
      yield hashed(Buffer.from(waiting))
      waiting = ''
    }
    if (isText) waiting += piece
    else
      for (let from = 0; from < piece.length; from += TOGETHER)
        yield hashed(piece.subarray(from, from + TOGETHER))
  }
  yield hashed(Buffer.from(waiting.slice(0, -END.length)))
  yield hashed(Buffer.from(sealOf(hash.copy().digest('hex'))))
}

/** The result of comparing a file with its own checksum. */
export type Checksum = 'right' | 'wrong' | 'absent'

/**
 * Compares a file with its own checksum. It is wrong if the file was damaged or written by a program that does not know
 * the checksum, and absent if a program left it out or put it elsewhere.
 */
export const checksumIn = (bytes: Uint8Array): Checksum => sumsOf(bytes).checksum

/** Compares a file with its own checksum, and tells the SHA-256 of all of it, which names the generation. */
export function sumsOf(bytes: Uint8Array): { checksum: Checksum; generation: string } {
  const from = Math.max(0, bytes.length - LONGEST_END)
  const end = SEALED_END.exec(Buffer.from(bytes.subarray(from)).toString('latin1'))
  const at = end ? from + end.index : bytes.length
  const hash = createHash('sha256').update(bytes.subarray(0, at))
  const [, name, value] = end ?? []
  const isRight = hash.copy().digest('hex') === value
  // The name itself may be damaged.
  const checksum = isRight ? (name === CHECKSUM ? 'right' : 'wrong') : name === CHECKSUM ? 'wrong' : 'absent'
  return { checksum, generation: hash.update(bytes.subarray(at)).digest('hex') }
}
