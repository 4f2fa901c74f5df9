import type { Loss } from '../../records/origin'
import type { Article } from '../../records/article'
import type { Reference } from './reference'

/** The content of an imported file. */
export type Imported =
  | { readonly kind: 'article'; readonly article: Article }
  | {
      readonly kind: 'project'
      readonly file: string
      /** What a file of another program holds that no record says; absent for a file of Counterpoint. */
      readonly report?: readonly Loss[] | undefined
      /** The names of the formats that its content fits, if these are several. */
      readonly formats?: readonly string[] | undefined
    }
  | {
      readonly kind: 'references'
      readonly references: Reference[]
      /** What could not be read, in words, each with its number of occurrences. */
      readonly report?: readonly { readonly what: string; readonly count: number }[] | undefined
    }

/** A text file to import: its name, its decoded text, and the name of the encoding. */
export interface IncomingText {
  readonly fileName: string
  readonly text: string
  readonly encoding: string
}

/** The description of an import format, for the page, the file dialogs and the command line. */
export interface ImportFormat<Name extends string = string> {
  readonly name: Name
  /** As shown in file dialogs. */
  readonly title: string
  /** Without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Larger files are refused. Bytes. */
  readonly limit: number
}

/**
 * Reads a text file.
 * @throws UnreadableError if there is nothing to import
 */
export type TextReader = (file: IncomingText) => Imported

/** The size limit of a text file in bytes. */
export const TEXT_LIMIT = 20 * 1024 * 1024

/** A file has nothing to import in its format. The message is shown to the user. */
export class UnreadableError extends Error {}
