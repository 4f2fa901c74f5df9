/**
 * Characters that cannot be seen but change what is: controls (C0, C1, line and paragraph separators), marks, embeddings,
 * overrides and isolates of direction, what has no width, tags, fillers that look like a space, and halves of characters.
 * After Unicode TR36 and TR39.
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

/** Joiners belong where letters take another form beside them, and between the parts of an emoji. */
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
 * A name as it is shown: each hidden character as its number, so that `invoice[U+202E]fdp.exe` is not read as
 * `invoiceexe.pdf`, and two tags that look the same do not. For titles, names of files, tags and categories; not for
 * running text, which is shown as its author wrote it, nor in a field, which is edited as it is.
 */
export const visibleName = (name: string): string =>
  name.replace(HIDDEN, (hidden, at: number) => (isJoining(name, hidden, at) ? hidden : shown(hidden)))

const isJoining = (name: string, hidden: string, at: number): boolean =>
  JOINERS.test(hidden) && JOINING.test(name.slice(0, at)) && JOINING.test(firstOf(name.slice(at + 1)))

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)

const shown = (hidden: string): string =>
  `[U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
