import type { Answer } from './dispatch'

/** The media type of an answer whose long texts follow its JSON. A client that reads it says so in `accept`. */
export const PARTED = 'application/x-counterpoint-parts'

/** UTF-16 units. Shorter texts stay in the JSON. */
export const LONG = 1024 * 1024

/** The first line of a parted answer: the answer with its long texts left empty, and which fields of its value these are. */
export interface PartedHead {
  readonly answer: Answer
  /** The fields in the order of their texts; lengths in bytes of UTF-8. */
  readonly parts: readonly { readonly field: string; readonly length: number }[]
}
