import { isAscii, isUtf8, transcode } from 'node:buffer'

/** Bytes that are decoded at a time, so that a large file is not in memory once more. */
const PIECE = 1024 * 1024

/**
 * Decodes UTF-8, without a byte order mark at its beginning. In Node 20, `TextDecoder` takes four times as long where letters
 * are not Latin. Throws a `TypeError` if the bytes are not UTF-8, and a `RangeError` if the text is longer than the longest
 * string.
 */
export function utf8ToText(bytes: Uint8Array, size = PIECE): string {
  if (!isUtf8(bytes)) throw new TypeError('The bytes are not UTF-8.')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let from = hasMark(buffer) ? 3 : 0, to; from < buffer.length; from = to) {
    to = from + size
    while (isWithinCharacter(buffer[to])) to++
    const piece = buffer.subarray(from, to)
    text += isAscii(piece)
      ? piece.toString('latin1')
      : transcode(piece, 'utf8', 'utf16le').toString('utf16le')
  }
  return text
}

const isWithinCharacter = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

const hasMark = ([first, second, third]: Uint8Array): boolean =>
  first === 0xef && second === 0xbb && third === 0xbf
