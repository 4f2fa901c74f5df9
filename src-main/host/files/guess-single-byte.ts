import { SINGLE_BYTE } from './letters-of-languages'
import { decodeWindows1252 } from './windows-1252'

/** How likely kinds of characters beyond ASCII are in a text that is read in the encoding that it was written in. */
const LIKELY = {
  /** Quotation marks and dashes, as frequent as a letter where few letters are beyond ASCII. */
  mark: 0.3,
  /** Other signs of print. */
  sign: 0.03,
  /** A letter that the language does not have, as in a name. */
  foreign: 0.002,
  /** Lines of frames, currencies of other countries and the like. */
  rare: 0.000_5,
  /** A control character, or a byte that stands for nothing. */
  control: 0.000_001,
}
/** What a capital within a word, a sign between letters, or a dash at a word makes of the likelihood of a character. */
const ODD = 0.02
/** What a like neighbour does, where two letters or signs beyond ASCII in a row are few. */
const APART = 0.3
/** What a letter of ASCII beside a letter of another script does. */
const MIXED = 0.02

/** The least mean likelihood of a character beyond ASCII in a text in a known language, as a natural logarithm. */
const LEAST = -4.4
/** How much likelier a whole text must be in another encoding than in one that is more in use: a natural logarithm. */
const MARGIN = 3
/** How many characters beyond ASCII are enough. */
const ENOUGH = 2_000

const MARK = /[’“”„«»–—…\u00A0]/u
const SIGN = /[’“”„«»–—…\u00A0‘‚‹›―•·°§©®™€£№¿¡ªº¹²³½¼¾\u200C،؛؟ـ]/u
/** Signs that stand within words. */
const WITHIN_WORD = /[’‘·–—…\u200C]/u
const LETTER = /[\p{L}\p{M}]/u
const LATIN = /[\p{Script=Latin}\p{Script=Inherited}]/u

/** A character beyond ASCII, how likely its place between its neighbours is, and how often it stands in such a place. */
interface Kind {
  readonly character: string
  readonly place: number
  count: number
}

/** The characters of each encoding. */
const TABLES: ReadonlyMap<string, readonly string[]> = new Map(
  SINGLE_BYTE.map(({ label }) => [label, tableOf(label)]),
)

function tableOf(label: string): string[] {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  return [...(label === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes))]
}

/** Windows-1252 is most in use; only old programs write the encodings of DOS and of the first Macintosh computers. */
const useOf = (label: string): number =>
  label === 'windows-1252' ? 2 : label === 'ibm866' ? -1 : label.includes('mac') ? 0 : 1

/**
 * The encoding with one byte for each character in which bytes are likeliest to be text, by the letters of the languages
 * that it is for; undefined if they are likely in none.
 */
export function guessSingleByte(bytes: Uint8Array): string | undefined {
  const all = SINGLE_BYTE.flatMap(({ label, languages }) => {
    const kinds = kindsIn(bytes, TABLES.get(label)!)
    const count = kinds.reduce((sum, kind) => sum + kind.count, 0)
    return languages.map((letters) => ({ label, count, sum: likelihood(kinds, letters) }))
  })
  const worth = ({ label, sum }: (typeof all)[number]) => sum + MARGIN * useOf(label)
  const best = all.reduce((one, other) => (worth(other) > worth(one) ? other : one))
  return best.sum >= LEAST * best.count ? best.label : undefined
}

function kindsIn(bytes: Uint8Array, table: readonly string[]): Kind[] {
  const kinds = new Map<string, Kind>()
  for (let index = 0, found = 0; index < bytes.length && found < ENOUGH; index++) {
    if (bytes[index]! < 0x80) continue
    found++
    const character = table[bytes[index]!]!
    const before = table[bytes[index - 1] ?? 0x20]!
    const after = table[bytes[index + 1] ?? 0x20]!
    const place = placeOf(before, character, after)
    const known = kinds.get(`${character}${place}`)
    if (known) known.count++
    else kinds.set(`${character}${place}`, { character, place, count: 1 })
  }
  return [...kinds.values()]
}

function placeOf(before: string, character: string, after: string): number {
  if (!LETTER.test(character)) {
    const isInner = LETTER.test(after) && !WITHIN_WORD.test(character)
    if (LETTER.test(before) && (isInner || /\p{S}/u.test(character))) return ODD
    if (/[–—]/.test(character) && LETTER.test(before) !== LETTER.test(after)) return ODD
    return isSign(before) || isSign(after) ? APART : 1
  }
  const isInner = isSmall(before) && isCapital(character)
  const odd = isInner || (isSmall(character) && isCapital(after)) ? ODD : 1
  const beside = [before, after].filter((sign) => LETTER.test(sign))
  if (LATIN.test(character)) return beside.some((sign) => sign > '\x7f') ? odd * APART : odd
  return beside.some((sign) => sign <= '\x7f') ? odd * MIXED : odd
}

const isSign = (sign: string) => sign > '\x7f' && !LETTER.test(sign)
const isSmall = (sign: string) => /\p{Ll}/u.test(sign)
const isCapital = (sign: string) => /\p{Lu}/u.test(sign)

/** The logarithm of the likelihood of a text in a language. */
function likelihood(kinds: readonly Kind[], letters: string): number {
  const known = frequencies(letters)
  const isLatin = LATIN.test(letters)
  const of = (character: string) =>
    known.get(character) ?? known.get(character.toLowerCase()) ?? otherwise(character, isLatin)
  return kinds.reduce((sum, { character, place, count }) => sum + count * Math.log(place * of(character)), 0)
}

function otherwise(character: string, isLatin: boolean): number {
  if (isLatin && MARK.test(character)) return LIKELY.mark
  if (SIGN.test(character)) return LIKELY.sign
  if (/[\p{Cc}\p{Cn}\p{Co}\uFFFD]/u.test(character)) return LIKELY.control
  return LETTER.test(character) ? LIKELY.foreign : LIKELY.rare
}

/** The letters of a language with their frequencies, which fall to a twentieth from the first to the last. */
function frequencies(letters: string): ReadonlyMap<string, number> {
  const all = [...letters]
  const weights = all.map((_, rank) => Math.exp((-3 * rank) / all.length))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return new Map(all.map((letter, rank) => [letter, weights[rank]! / whole]))
}
