/** Letters that Unicode does not take apart, as people type them who do not have them on their keyboard. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: 'l',
    đ: 'd',
    ð: 'd',
    ø: 'o',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ı: 'i',
    ĸ: 'k',
    ß: 'ss',
    œ: 'oe',
    æ: 'ae',
    þ: 'th',
    ς: 'σ',
  }),
)
const DASHES = /[\u2010-\u2015\u2212\u2043\u30A0\uFE58\uFE63\uFF0D]/g
const APOSTROPHES = /[\u2018-\u201B\u2032\u02B9-\u02BC\u00B4`]/g
const QUOTES = /[\u201C-\u201F\u2033\u00AB\u00BB\u301D-\u301F]/g
/** Accents and points of scripts in which a reader leaves them out, and characters that are not seen. */
const UNSEEN = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]|[\u00AD\u0640\u200B-\u200F\u2060\uFEFF]/g
const PLAIN = /^[\0-\x7F]*$/

/**
 * The form in which every search of the app compares what was typed with what is printed. Case, accents, the form of
 * quotation marks, apostrophes, dashes and spaces do not count, nor do letters that are a variant of another: `Lodz`
 * finds `Łódź`, `mayor's` finds `mayor’s`. After Unicode's compatibility decomposition (UAX #15).
 */
export function foldForSearch(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower.replaceAll('`', "'")
  return lower
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .replace(/[^\0-\x7F]/gu, (letter) => LETTERS.get(letter) ?? letter)
    .replace(DASHES, '-')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .toLowerCase()
}

/** A text with one form of each dash, apostrophe and quotation mark, and with the same number of characters. */
export const foldSigns = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(DASHES, '-').replace(APOSTROPHES, "'").replace(QUOTES, '"')

/** A text in the form of `foldForSearch`, with the way back to offsets in the text itself. */
export interface FoldedText {
  readonly text: string
  /** The offset at which the character begins that the folded text has at `index`. */
  readonly start: (index: number) => number
  /** The offset at which the character ends that the folded text has before `index`. */
  readonly end: (index: number) => number
}

interface Change {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Folds a text so that what is found in it can be shown in the text itself. */
export function foldedText(text: string): FoldedText {
  const parts: string[] = []
  const changes: Change[] = []
  let read = 0
  let length = 0
  const add = (part: string) => {
    parts.push(part)
    length += part.length
  }
  for (const { 0: letter, index } of text.matchAll(/[^\0-\x7F]/gu)) {
    const folded = foldForSearch(letter)
    add(foldForSearch(text.slice(read, index)))
    read = index + letter.length
    if (folded.length !== letter.length)
      changes.push({ from: length, to: length + folded.length, start: index, end: read })
    add(folded)
  }
  add(foldForSearch(text.slice(read)))
  /** The last change for which `isBefore` holds; it must hold for all earlier ones. */
  const last = (isBefore: (change: Change) => boolean): Change | undefined => {
    let [low, high] = [0, changes.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(changes[middle]!)) low = middle + 1
      else high = middle
    }
    return changes[low - 1]
  }
  return {
    text: parts.join(''),
    start: (index) => {
      const change = last(({ from }) => from <= index)
      if (!change) return index
      return index < change.to ? change.start : change.end + index - change.to
    },
    end: (index) => {
      // A mark that is not in the folded text belongs to the letter before it.
      const change = last(({ from, to }) => from < index || to === index)
      if (!change) return index
      return index < change.to ? change.end : change.end + index - change.to
    },
  }
}
