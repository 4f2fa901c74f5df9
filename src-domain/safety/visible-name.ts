/**
 * Invisible characters that can change how a name reads: control characters, line and paragraph separators, directional
 * marks, embeddings, overrides and isolates, zero-width characters, tags, fillers that look like a space, and lone
 * surrogates. After Unicode TR36 and TR39.
 */
const HIDDEN = new RegExp(
  [
    String.raw`[\0-\x1f\x7f-\x9f\u2028\u2029]`,
    String.raw`[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]`,
    String.raw`\u034f|[\u00ad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb]`,
    String.raw`\u17b4|\u17b5|[\u115f\u1160\u3164\uffa0]`,
    String.raw`[\u{e0000}-\u{e007f}\p{Surrogate}]`,
  ].join('|'),
  'gu',
)

/** Joiners are legitimate in scripts in which they change the form of a letter, and between the parts of an emoji. */
const JOINED_SCRIPTS =
  'Arabic|Syriac|Mongolian|Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Khmer'
const JOINING = new RegExp(
  [
    ...JOINED_SCRIPTS.split('|').map((script) => String.raw`\p{Script=${script}}$`),
    String.raw`\p{Extended_Pictographic}$|\p{Emoji_Modifier}$|\ufe0f$`,
  ].join('|'),
  'u',
)
const JOINERS = /[\u200c\u200d]/

/**
 * Replaces each invisible character of a name by its code point: `invoice[U+202E]fdp.exe`, which would otherwise be
 * shown as `invoiceexe.pdf`. Two tags that look the same become different. For titles, file names, tags and categories;
 * not for running text, nor for the content of input fields.
 */
export const visibleName = (name: string): string =>
  name.replace(HIDDEN, (hidden, at: number) => (isJoining(name, hidden, at) ? hidden : shown(hidden)))

const isJoining = (name: string, hidden: string, at: number): boolean =>
  JOINERS.test(hidden) && JOINING.test(name.slice(0, at)) && JOINING.test(firstOf(name.slice(at + 1)))

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)

const shown = (hidden: string): string =>
  `[U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
