/** A stretch of words in a line. */
export interface Words {
  readonly text: string
  readonly style?: 'strong' | 'emphasis'
  /** The number of the claim that the words refer to. */
  readonly to?: number
}

/**
 * A piece of a report. Depth 0 stands at the margin; what is deeper belongs to the item before it that is one less deep.
 * An `item` begins a claim or a step, a `detail` and a `quote` go on with it. `claim` is the number of the claim that is
 * told there in full.
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
  | { readonly type: 'quote'; readonly depth: number; readonly text: string; readonly citation: string }

/** A map as prose, before it is Markdown, HTML or a Word document. */
export interface Report {
  readonly title: string
  /** Where it comes from, and of what day it is. */
  readonly origin: string
  readonly caveat: string
  readonly blocks: readonly ReportBlock[]
}
