import type { FileText } from '#api/file-text'

/** The text. Its bytes must be UTF-8: others become U+FFFD. */
export const textOf = (file: FileText): string =>
  typeof file === 'string' ? file : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file)
