import type { Article } from '../../records/article'
import type { Reference } from './reference'

/** What a file turned out to hold. */
export type Imported =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'project'; readonly file: string }
  | {
      readonly kind: 'references'
      readonly references: Reference[]
      /** What could not be read, in words, with how often. */
      readonly report?: readonly { readonly what: string; readonly count: number }[] | undefined
    }

/** A file as it came: its name and its text, decoded, with the name of the encoding. */
export interface IncomingText {
  readonly fileName: string
  readonly text: string
  readonly encoding: string
}

/** What the page, the pickers and the command line know about a format that can be imported. */
export interface ImportFormat<Name extends string = string> {
  readonly name: Name
  /** As file dialogs show it. */
  readonly title: string
  /** Without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Larger files are refused. Bytes. */
  readonly limit: number
}

/**
 * Reads a file that is text.
 * @throws UnreadableError in words for the user, when there is nothing to import
 */
export type TextReader = (file: IncomingText) => Imported

/** The size limit of a file that is text. Bytes. */
export const TEXT_LIMIT = 20 * 1024 * 1024

/** A file that holds nothing this format can give; the message is for the user. */
export class UnreadableError extends Error {}
