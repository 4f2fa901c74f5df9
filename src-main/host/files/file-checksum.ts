import { createHash } from 'node:crypto'
import { CHECKSUM } from '#domain/document/checksum'

/** How the text of a project's file ends without its checksum. */
const END = '\n}\n'

/** How the text of a project's file ends with its checksum: the name of the last field, and its value. */
const SEALED_END = /,\n {2}"([^"\n]*)": "([^"\n]*)"\n\}\n$/

/** More bytes than the checksum and what follows it take. */
const LONGEST_END = 200

/** The SHA-256 of the content, in hexadecimal. */
const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/**
 * Adds the checksum to the text of a project: the SHA-256 of all that comes before it in the file, as its last field.
 * @param text as `save` gives it
 */
export function withChecksum(text: string): string {
  const content = text.slice(0, -END.length)
  return content + sealOf(hashOf(content))
}

/** The end of a file with its checksum. */
const sealOf = (sum: string): string => `,\n  "${CHECKSUM}": "${sum}"${END}`

/** The characters of a file that become bytes at a time. */
const TOGETHER = 1_000_000

/**
 * The bytes of a project's file with its checksum, as `withChecksum` gives them, in pieces: a large project is never in
 * memory as a whole.
 * @param pieces the text as `savedPieces` gives it
 */
export function* sealedPieces(pieces: Iterable<string>): Generator<Buffer> {
  const hash = createHash('sha256')
  let waiting = ''
  for (const piece of pieces) {
    if (waiting.length > TOGETHER) {
      const bytes = Buffer.from(waiting)
      hash.update(bytes)
      yield bytes
      waiting = ''
    }
    waiting += piece
  }
  const rest = waiting.slice(0, -END.length)
  yield Buffer.from(rest + sealOf(hash.update(rest).digest('hex')))
}

/** The result of comparing a file with its own checksum. */
export type Checksum = 'right' | 'wrong' | 'absent'

/**
 * Compares a file with its own checksum. It is wrong if the file was damaged or written by a program that does not know
 * the checksum, and absent if a program left it out or put it elsewhere.
 */
export function checksumIn(bytes: Uint8Array): Checksum {
  const from = Math.max(0, bytes.length - LONGEST_END)
  const end = SEALED_END.exec(Buffer.from(bytes.subarray(from)).toString('latin1'))
  if (!end) return 'absent'
  const [, name, value] = end
  const isRight = hashOf(bytes.subarray(0, from + end.index)) === value
  if (name === CHECKSUM) return isRight ? 'right' : 'wrong'
  // The name itself may be damaged.
  return isRight ? 'wrong' : 'absent'
}
