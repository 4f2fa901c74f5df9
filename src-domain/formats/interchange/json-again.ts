/** A JSON value as text, with the indent and the end of the text that it came from. */
export const jsonAgain = (value: unknown, original: string): string =>
  JSON.stringify(value, null, indentOf(original)) + (original.endsWith('\n') ? '\n' : '')

/** The indent of a JSON text; none if it is on one line. */
const indentOf = (text: string): string => /^\uFEFF?\s*[[{]\r?\n([ \t]+)/.exec(text.slice(0, 200))?.[1] ?? ''
