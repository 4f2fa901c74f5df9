import type { Imported } from '#domain/formats/import/format'

/** A file for an extractor, and a way to say how far it has come. */
export interface ExtractorInput {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Pages, chapters or whatever the format counts: so many done of so many. */
  readonly progress: (done: number, of: number) => void
}

/** Reads a format whose parser the domain cannot have. Throws `UnreadableError` with words for the user. */
export type Extractor = (input: ExtractorInput) => Promise<Imported>
