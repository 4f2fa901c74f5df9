import { decodeWindows1252 } from './windows-1252'

/** Text and the name of the encoding from which it was decoded. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const MARKS: readonly { bytes: readonly number[]; label: string; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16 (little endian)' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16 (big endian)' },
]

/**
 * Decodes by byte order mark, else as strict UTF-8, else as windows-1252, which has a character for every byte. Text
 * is never silently replaced by U+FFFD, and the encoding is returned so that the user can be told. Undefined for
 * binary data.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const decoded = byMark(bytes) ??
    asUtf8(bytes) ?? { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
  return looksBinary(decoded.text) ? undefined : decoded
}

function byMark(bytes: Uint8Array): Decoded | undefined {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte))
  if (!mark) return undefined
  const whole = strictly(mark.label, bytes)
  if (whole !== undefined) return { text: whole, encoding: mark.encoding }
  return { text: new TextDecoder(mark.label).decode(bytes), encoding: `${mark.encoding}, damaged` }
}

function asUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = strictly('utf-8', bytes)
  return text === undefined ? undefined : { text, encoding: 'UTF-8' }
}

function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Pictures and archives are full of control characters; a text may have one by accident. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // eslint-disable-next-line no-control-regex -- control characters are what is counted
  const controls = sample.match(/[\0-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0
  return controls > 8 && controls > sample.length / 50
}
