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
  const whole = withoutTags(bytes.subarray(0, SAMPLE))
  const words = beyondAscii(whole, /\s+/)
  return guessOlder(words) ?? guessByLetters(words) ?? guessByLetters(beyondAscii(whole, /[\r\n]+/))
}

function guessByLetters(sample: Uint8Array): string | undefined {
  const found = analyse(sample)
    .map(({ name, confidence }) => ({ name: labelOf(name), confidence }))
    .filter(({ name }) => !NOT_GUESSED.test(name))
  const [best] = found
  if (!best || best.confidence < SURE) return undefined
  const western = found.find(({ name }) => name === 'windows-1252')
  if (western && western.confidence >= best.confidence - MARGIN) return undefined
  if (best.name === 'koi8-r' && isUkrainian(sample)) return 'koi8-u'
  return best.name === 'iso-8859-2' && isPolish(sample) ? 'windows-1250' : best.name
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

/** The parts that are not in ASCII: below a letter in English, they alone tell encodings apart. */
const beyondAscii = (bytes: Uint8Array, between: RegExp): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .split(between)
      .filter((part) => /[\x80-\xff]/.test(part))
      .join('\n'),
    'latin1',
  )

/** Encodings that the detector does not know, by what no other encoding has in their places. */
function guessOlder(sample: Uint8Array): string | undefined {
  if (isThai(sample)) return 'windows-874'
  const high = sample.filter((byte) => byte >= 0x80)
  const small = high.filter((byte) => byte >= 0xa0 && byte <= 0xaf).length
  const letters = high.filter((byte) => byte <= 0xaf || (byte >= 0xe0 && byte <= 0xf1)).length
  // Half of the small letters of DOS are signs elsewhere.
  return high.length >= 20 && small >= high.length * 0.3 && letters >= high.length * 0.97
    ? 'ibm866'
    : undefined
}

/** Whether marks above and below letters have letters to stand on, and vowels before letters have letters behind them. */
function isThai(sample: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('windows-874', { fatal: true }).decode(sample)
  } catch {
    return false
  }
  const letters = text.match(/[\u0E01-\u0E5B]/g)?.length ?? 0
  const marks = text.match(/[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g)?.length ?? 0
  // A mark or a vowel behind nothing, a vowel before nothing, and the sign of an abbreviation within a word.
  const stray =
    text.match(
      /(?<![\u0E01-\u0E3A\u0E47-\u0E4E])[\u0E30-\u0E3A\u0E47-\u0E4E]|[\u0E40-\u0E44](?![\u0E01-\u0E2E])|\u0E2F(?=[\u0E01-\u0E2E])/g,
    )?.length ?? 0
  return letters >= 10 && marks >= letters / 10 && stray <= letters / 50
}

/** Whether letters of KOI8-U that are lines of a frame in KOI8-R stand beside letters. */
const isUkrainian = (sample: Uint8Array): boolean =>
  /\p{L}[╓╕╔╜╖╗╒╙╧╩╫]|[╓╕╔╜╖╗╒╙╧╩╫]\p{L}/u.test(new TextDecoder('koi8-r').decode(sample))

/** Whether letters of ISO 8859-2 stand together that no language has: in windows-1250 they are the ł and ą of Polish. */
function isPolish(sample: Uint8Array): boolean {
  const text = new TextDecoder('iso-8859-2').decode(sample)
  return /ł/i.test(text) && /[šĽ]/.test(text) && !/[ąśź]/i.test(text)
}

/** The fewest signs of Japanese script that show UTF-16 where nothing else does, as a share of all. */
const KANA = 0.1
/** How much of a text are letters and signs that are in use. */
const SOUND = 0.98

/**
 * UTF-16 without a byte order mark. Spaces, figures and Latin letters have a zero byte; signs of East Asian writing have a
 * byte that no text in another encoding has, or are in a script of their own. Undefined for other bytes.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)))
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((label) => ({
    label,
    signs: signsIn(sample, label),
  }))
  const [best, other] = little!.signs >= big!.signs ? [little!, big!] : [big!, little!]
  return best.signs > 0 && other.signs <= best.signs / 20 ? best.label : undefined
}

/** The share of characters that show a text to be in this encoding; 0 if it is none. */
function signsIn(sample: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(sample)
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const sound = count(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n\r\t]/gu)
  if (text === '' || sound < [...text].length * SOUND) return 0
  const plain = count(/[\n\r\t -~\u3001\u3002\uFF01\uFF08-\uFF0C\uFF1A\uFF1B\uFF1F]/g)
  const kana = count(/[\u3041-\u30FF]/g)
  const hasOwnByte = sample.includes(0) || sample.includes(0xff)
  return hasOwnByte || kana >= text.length * KANA ? (plain + kana) / text.length : 0
}
