/** A run of text with a style. */
export interface Words {
  readonly text: string
  readonly style?: 'strong' | 'emphasis'
  /** The number of the claim that the text refers to. */
  readonly to?: number
}

/**
 * A block of a report. Depth 0 is not indented; a deeper block belongs to the last item of the depth before. An `item`
 * begins a claim or a relation; `detail` and `quote` continue it. `claim` is the number of the claim that the block
 * begins in full.
 */
export type ReportBlock =
  | {
      readonly type: 'heading'
      readonly level: 2 | 3
      readonly words: readonly Words[]
      readonly claim?: number
    }
  | {
      readonly type: 'item'
      readonly depth: number
      readonly words: readonly Words[]
      readonly claim?: number
    }
  | { readonly type: 'detail'; readonly depth: number; readonly words: readonly Words[] }
  /** A passage: its words in quotation marks, or that they are the wording of the claim; and where it is. */
  | { readonly type: 'quote'; readonly depth: number; readonly text: string; readonly citation: string }
  | {
      readonly type: 'table'
      readonly depth: 0
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A map as prose, independent of the file format. */
export interface Report {
  readonly title: string
  /** A sentence with the name of the project and the date. */
  readonly origin: string
  readonly caveat: string
  readonly blocks: readonly ReportBlock[]
}
