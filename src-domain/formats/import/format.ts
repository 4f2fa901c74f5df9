import type { Article } from '../../records/article'

/** What a reference manager knows of a work: for articles that are in the project already, or will be. */
export interface Reference {
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string
  /** As exact as it is known: `2019`, `2019-08` or `2019-08-06`. */
  readonly published: string
  readonly url: string
  readonly doi: string
  readonly language: string
  readonly kind: string
}

/** What a file turned out to hold. */
export type Imported =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'project'; readonly file: string }
  | {
      readonly kind: 'references'
      readonly references: readonly Reference[]
      /** What could not be read, in words, with how often. */
      readonly report?: readonly { readonly what: string; readonly count: number }[]
    }

/** A file as it came: its name and its text, decoded, with the name of the encoding. */
export interface IncomingText {
  readonly fileName: string
  readonly text: string
  readonly encoding: string
}

interface Format {
  readonly name: string
  /** As file dialogs show it. */
  readonly title: string
  /** Without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Larger files are refused. Bytes. */
  readonly limit: number
}

/** A format that is text and is read here. */
export interface TextFormat extends Format {
  /** Throws `UnreadableError` with words for the user when there is nothing to import. */
  read(file: IncomingText): Imported
}

/** A format whose parser needs more than this layer has: the host has an extractor of that name. */
export interface ExtractedFormat extends Format {
  readonly extractor: ExtractorName
}

export const EXTRACTORS = [
  'html',
  'mhtml',
  'webarchive',
  'docx',
  'pdf',
  'epub',
  'odt',
  'rtf',
  'references',
] as const

export type ExtractorName = (typeof EXTRACTORS)[number]

/** A format that can be imported: one file that exports one of these, and one line in the registry. */
export type ImportFormat = TextFormat | ExtractedFormat

/** What a text may have. */
export const TEXT_LIMIT = 20 * 1024 * 1024

/** A file that holds nothing this format can give; the message is for the user. */
export class UnreadableError extends Error {}
