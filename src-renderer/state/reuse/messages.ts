import type { SharedText } from '#domain/reuse/find'
import type { ReadText } from '#domain/reuse/source-words'

/** An article whose words are to be compared. */
export interface ReadArticle extends ReadText {
  readonly id: string
}

/** What the page says to the worker that compares articles. */
export type ToWorker =
  | { readonly kind: 'read'; readonly articles: readonly ReadArticle[] }
  | { readonly kind: 'forget'; readonly ids: readonly string[] }
  /** Asks for what the articles share. The answer has the same number. */
  | { readonly kind: 'compare'; readonly number: number }

export interface FromWorker {
  readonly number: number
  readonly shared: readonly SharedText[]
}
