import { UnreadableError } from '#domain/formats/import/format'
import { decode, type Decoded } from '../../../files/decode'

/** Bytes at the beginning of a page in which it declares its charset. */
const SNIFFED = 4096

/**
 * Decodes a page: by its byte order mark, else in the charset that the page or its sender declares, else like any
 * other text. A declaration that does not fit the bytes is ignored.
 * @param sent the charset that the sender has declared
 * @param chosen the encoding that the user has chosen
 */
export function decodePage(bytes: Uint8Array, sent = '', chosen?: string): Decoded {
  const declared =
    chosen !== undefined || hasMark(bytes) ? undefined : strictly(sent || declaredIn(bytes), bytes)
  const decoded = declared ?? decode(bytes, chosen)
  if (!decoded) throw new UnreadableError('The file is not text, despite its name.')
  return decoded
}

const hasMark = (bytes: Uint8Array) =>
  (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff)

function declaredIn(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, SNIFFED))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '')
  return (
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
    ''
  )
}

function strictly(label: string, bytes: Uint8Array): Decoded | undefined {
  if (label === '') return undefined
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    // Node reads windows-1252 as Latin-1. Bytes that are readable as text are not UTF-16, whatever they declare (HTML
    // standard).
    if (/^(?:windows-1252|utf-16.*|utf-8)$/.test(decoder.encoding)) return undefined
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return undefined
  }
}
