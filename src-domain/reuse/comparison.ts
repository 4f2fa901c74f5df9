import { foldForSearch } from '../text/clean/search-fold'
import { findSharedText, type SharedText } from './find'
import { sourceWords, type ReadText } from './source-words'
import { WordCounts } from './word-counts'

/** An article whose words are to be compared. */
export interface ReadArticle extends ReadText {
  readonly id: string
  /** Who published it; empty if it is not known. */
  readonly publisher: string
}

/**
 * Keeps the words of articles and what they share. When articles come in, only they are compared with the others.
 * Texts are not kept: of each word there is a hash.
 */
export class Comparison {
  #words = new Map<string, Int32Array>()
  #outlets = new Map<string, string>()
  #counts = new WordCounts()
  #fresh = new Set<string>()
  #shared: readonly SharedText[] = []

  /** Takes in articles, in place of earlier texts of theirs. */
  read(articles: readonly ReadArticle[]): void {
    this.forget(articles.map(({ id }) => id))
    for (const article of articles) {
      const words = sourceWords(article).hashes
      this.#words.set(article.id, words)
      this.#outlets.set(article.id, foldForSearch(article.publisher).trim())
      this.#counts.add(words)
      this.#fresh.add(article.id)
    }
  }

  forget(ids: Iterable<string>): void {
    const gone = new Set(ids)
    this.#shared = this.#shared.filter(({ one, other }) => !gone.has(one) && !gone.has(other))
    for (const id of gone) {
      const words = this.#words.get(id)
      if (words) this.#counts.remove(words)
      this.#words.delete(id)
      this.#outlets.delete(id)
      this.#fresh.delete(id)
    }
  }

  /** What the articles share. Compares those that came in since the last call. */
  compared(): readonly SharedText[] {
    if (this.#fresh.size > 0) {
      const found = findSharedText(this.#words, this.#fresh, this.#counts, this.#outlets)
      this.#shared = [...this.#shared, ...found]
    }
    this.#fresh.clear()
    return this.#shared
  }
}
