import { findSharedText, type SharedText } from '#domain/reuse/find'
import { sourceWords } from '#domain/reuse/source-words'
import type { FromWorker, ToWorker } from './messages'

/**
 * Keeps the words of articles and what they share. When articles come in, only they are compared with the others.
 * Texts are not kept: of each word there is a hash.
 */
export class Comparison {
  #words = new Map<string, Int32Array>()
  #fresh = new Set<string>()
  #shared: readonly SharedText[] = []

  /** Takes in a message. Returns the answer if it asks for one. */
  hear(message: ToWorker): FromWorker | undefined {
    if (message.kind === 'compare') return { number: message.number, shared: this.#compared() }
    if (message.kind === 'forget') this.#forget(new Set(message.ids))
    else {
      this.#forget(new Set(message.articles.map(({ id }) => id)))
      for (const article of message.articles) {
        this.#words.set(article.id, sourceWords(article).hashes)
        this.#fresh.add(article.id)
      }
    }
    return undefined
  }

  #forget(ids: ReadonlySet<string>): void {
    this.#shared = this.#shared.filter(({ one, other }) => !ids.has(one) && !ids.has(other))
    for (const id of ids) {
      this.#words.delete(id)
      this.#fresh.delete(id)
    }
  }

  #compared(): readonly SharedText[] {
    if (this.#fresh.size > 0) this.#shared = [...this.#shared, ...findSharedText(this.#words, this.#fresh)]
    this.#fresh.clear()
    return this.#shared
  }
}
