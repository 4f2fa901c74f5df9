import type { Imported } from '#domain/formats/import/format'

/** A file for an extractor, and a callback for progress. */
export interface ExtractorInput {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** The encoding that the user has chosen for a text; undefined to find it out. */
  readonly encoding?: string | undefined
  /** Reports progress in pages, chapters or another unit: `done` units of `of`. */
  readonly progress: (done: number, of: number) => void
}

/** Reads a format whose parser the domain cannot have. Throws `UnreadableError` in words for the user. */
export type Extractor = (input: ExtractorInput) => Promise<Imported>
