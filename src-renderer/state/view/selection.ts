/** The selection, whose details the inspector shows, or another content of the inspector. */
export type Selection =
  | { readonly type: 'none' }
  | { readonly type: 'claims'; readonly ids: readonly string[] }
  | { readonly type: 'relation'; readonly id: string }
  /** A cell of a matrix, by its row and the claim of its hypothesis. */
  | { readonly type: 'cell'; readonly row: string; readonly hypothesis: string }
  | { readonly type: 'sources'; readonly ids: readonly string[] }
  /** The report of the last import, or the passages to review. */
  | { readonly type: 'report' }
  | { readonly type: 'review' }
  /** What a merge of two versions left to decide. */
  | { readonly type: 'decisions' }
  /** The text that two articles share, and whether they are independent. */
  | { readonly type: 'shared'; readonly ids: readonly [string, string] }

export const NOTHING: Selection = { type: 'none' }
