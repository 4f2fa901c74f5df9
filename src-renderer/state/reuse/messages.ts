import type { ReadArticle } from '#domain/reuse/comparison'
import type { SharedText } from '#domain/reuse/find'

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
