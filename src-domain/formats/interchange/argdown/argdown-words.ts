import { writable } from '../../export/picture/svg-xml'

/**
 * Escapes a text for Argdown, on one line; `.a.` and `:a:` would be logical symbols. Argdown refuses an empty
 * statement, so a wording of control characters alone becomes an ellipsis.
 */
export const argdownWords = (text: string): string =>
  writable(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\@#*_[\]</>{}=]|[.:](?=\S)/g, '\\$&') || '…'

/** A tag in brackets, which may have blanks but no brackets; one without other signs is called a tag. */
export function argdownTag(tag: string): string {
  const inside = writable(tag)
    .replace(/[()\\\s]+/g, ' ')
    .trim()
  return `#(${inside || 'tag'})`
}

/** The name of an inference rule cannot be escaped, so it has only letters, digits and spaces. */
export const plainName = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** JSON for the YAML data of Argdown, in which braces would end the data and line separators break it. */
export const argdownData = (value: unknown): string =>
  JSON.stringify(value).replace(/[{}=\u0080-\u009f\u2028\u2029\ufeff]/g, (sign, at: number, whole: string) =>
    (sign === '{' && at === 0) || (sign === '}' && at === whole.length - 1)
      ? sign
      : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
