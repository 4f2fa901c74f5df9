import { analyse } from 'chardet'

/** Bytes from the beginning that are enough for a guess. */
const SAMPLE = 65_536

/** Per cent of certainty below which a guess is none. Short Western texts reach 30 for languages they are not in. */
const SURE = 25
/** How much surer another encoding must be than windows-1252, which has a character for every byte. Per cent. */
const MARGIN = 5

/** Encodings that the detector names by their older, smaller form. Others have the name by which decoders know them. */
const LARGER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
}

/** Encodings of which the bytes say so themselves, or which no decoder of text knows. */
const NOT_GUESSED = /^(?:ascii|utf-|ibm|iso-2022)/

/**
 * The encoding in which bytes that are not UTF-8 most likely are, as decoders know it; undefined for windows-1252, or if
 * nothing is likely. Guessed from the frequencies of letters in each language, as ICU does.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const found = analyse(withoutTags(bytes.subarray(0, SAMPLE)))
    .map(({ name, confidence }) => ({ name: labelOf(name), confidence }))
    .filter(({ name }) => !NOT_GUESSED.test(name))
  const [best] = found
  if (!best || best.confidence < SURE) return undefined
  const western = found.find(({ name }) => name === 'windows-1252')
  if (western && western.confidence >= best.confidence - MARGIN) return undefined
  return best.name
}

const labelOf = (name: string): string => LARGER[name.toLowerCase()] ?? name.toLowerCase()

/** The tags of a page are English words in any language. */
const withoutTags = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/<(?:style|script)\b[\s\S]*?<\/|<[^<>]*>/gi, ' '),
    'latin1',
  )

/**
 * UTF-16 without a byte order mark: every other byte of spaces and Latin letters is zero. Undefined for other bytes.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0]
  const sample = bytes.subarray(0, SAMPLE)
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]!++
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 40 && even <= odd / 20) return 'utf-16le'
  return even > sample.length / 40 && odd <= even / 20 ? 'utf-16be' : undefined
}
