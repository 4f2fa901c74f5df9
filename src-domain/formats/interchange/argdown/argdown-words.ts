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
