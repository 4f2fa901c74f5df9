/**
 * The characters of TeX's T1 (Cork) encoding at codes that are control characters in Unicode. A PDF without a mapping
 * to Unicode gives the codes themselves: "o\u001ecer" for "officer".
 */
const LETTERS: Readonly<Record<string, string>> = {
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0012': '„',
  '\u0013': '«',
  '\u0014': '»',
  '\u0015': '–',
  '\u0016': '—',
  '\u0088': '•',
}

// Each code only where its character can occur. The code of "ff" is also Escape, which begins terminal commands.
/* eslint-disable no-control-regex -- control characters are what is looked for */
const ANY = /[\u0010-\u0016\u001b-\u001f\u0088]/
const PLACES = [
  /(?<=\p{L})[\u001b-\u001f](?!\[)|[\u001b-\u001f](?=\p{L})/gu,
  /[\u0010\u0012\u0013](?=[\p{L}\p{N}])/gu,
  /(?<=[\p{L}\p{N}.,;:!?)…])[\u0011\u0014]/gu,
  /(?<=[\p{L}\p{N})] ?)[\u0015\u0016](?=[ \n]?[\p{L}\p{N}(])/gu,
  /\u0088(?<=^[ \t]{0,9}\u0088)(?=\s)/gmu,
]
/* eslint-enable no-control-regex */

/** The text with characters in place of these codes, and how many there were. */
export function readTexCodes(text: string): { text: string; count: number } {
  // Most texts have none, and the lookbehinds are slow.
  if (!ANY.test(text)) return { text, count: 0 }
  let count = 0
  const read = PLACES.reduce(
    (some, place) =>
      some.replace(place, (code) => {
        count += 1
        return LETTERS[code] ?? code
      }),
    text,
  )
  return { text: read, count }
}
