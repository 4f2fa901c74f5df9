import type { Article } from '../../commands/source-commands'

/** What a file turned out to hold. */
export type Imported =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'project'; readonly file: string }

/** A file as it came: its name and its text, decoded, with the name of the encoding. */
export interface IncomingText {
  readonly fileName: string
  readonly text: string
  readonly encoding: string
}

/** A format that can be imported: one file that exports one of these, and one line in the registry. */
export interface ImportFormat {
  readonly name: string
  /** As file dialogs show it. */
  readonly title: string
  /** Without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Throws `UnreadableError` with words for the user when there is nothing to import. */
  read(file: IncomingText): Imported
}

/** A file that holds nothing this format can give; the message is for the user. */
export class UnreadableError extends Error {}
