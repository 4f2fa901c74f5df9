import { guessed } from '#domain/vocabulary/encodings'
import { guessEncoding } from './guess-encoding'
import { guessUtf16 } from './guess-utf16'
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
 * Decodes by byte order mark, else as strict UTF-8, else in the encoding that is likeliest by its letters, else as
 * windows-1252, which has a character for every byte. Text is never silently replaced by U+FFFD, and the encoding is
 * returned so that the user can be told. Undefined for binary data.
 * @param chosen the encoding that the user has chosen, as decoders know it
 */
export function decode(bytes: Uint8Array, chosen?: string): Decoded | undefined {
  if (chosen !== undefined) return decodeAs(bytes, chosen)
  const guesses = [
    () => byMark(bytes),
    () => (bytes.includes(0) ? asUtf16(bytes) : undefined),
    () => byEscapes(bytes),
    () => asUtf8(bytes),
    () => asUtf16(bytes),
    () => byLetters(bytes),
  ]
  for (const guess of guesses) {
    const decoded = guess()
    if (decoded && !looksBinary(decoded.text)) return decoded
  }
  const decoded = { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
  return looksBinary(decoded.text) ? undefined : decoded
}

/** Decodes in a chosen encoding. Bytes that it does not have become U+FFFD, because the user can choose again. */
const decodeAs = (bytes: Uint8Array, chosen: string): Decoded => ({
  text: chosen === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(chosen).decode(bytes),
  encoding: chosen,
})

function asUtf16(bytes: Uint8Array): Decoded | undefined {
  const label = guessUtf16(bytes)
  const text = label && strictly(label, bytes)
  return text ? { text, encoding: guessed(label) } : undefined
}

/** Japanese mail, in which escape characters switch between scripts. */
function byEscapes(bytes: Uint8Array): Decoded | undefined {
  if (!Buffer.from(bytes.subarray(0, 65_536)).toString('latin1').includes('\x1b$')) return undefined
  const text = strictly('iso-2022-jp', bytes)
  return text === undefined ? undefined : { text, encoding: guessed('iso-2022-jp') }
}

function byLetters(bytes: Uint8Array): Decoded | undefined {
  const label = guessEncoding(bytes)
  const text = label && strictly(label, bytes)
  // The small encodings of Western languages have most letters in the same places.
  return text && text !== decodeWindows1252(bytes) ? { text, encoding: guessed(label) } : undefined
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
