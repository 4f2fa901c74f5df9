import { analyse } from 'chardet'
import { guessSingleByte } from './guess-single-byte'

/** Bytes from the beginning that are enough for a guess. */
const SAMPLE = 65_536

/** Per cent of certainty below which a guess is none. */
const SURE = 25
const EAST_ASIAN: ReadonlySet<string> = new Set(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'])

/**
 * The encoding in which bytes that are not UTF-8 most likely are, as decoders know it; undefined for windows-1252, or if
 * nothing is likely. Guessed from the frequencies of letters in each language.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const words = withoutTags(bytes.subarray(0, SAMPLE))
  const label = guessSingleByte(words) ?? guessEastAsian(words)
  return label === 'windows-1252' ? undefined : label
}

function guessEastAsian(words: Uint8Array): string | undefined {
  const [best] = analyse(beyondAscii(words))
    .map(({ name, confidence }) => ({ label: name.toLowerCase(), confidence }))
    .filter(({ label }) => EAST_ASIAN.has(label))
  return best && best.confidence >= SURE ? best.label : undefined
}

/** The tags of a page are English words in any language. */
const withoutTags = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/<(?:style|script)\b[\s\S]*?<\/|<[^<>]*>/gi, ' '),
    'latin1',
  )

/** The lines that are not in ASCII: below a letter in English, they alone tell encodings apart. */
const beyondAscii = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .split(/[\r\n]+/)
      .filter((part) => /[\x80-\xff]/.test(part))
      .join('\n'),
    'latin1',
  )
