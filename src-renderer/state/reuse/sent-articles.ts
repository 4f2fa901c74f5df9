import type { Table } from '#domain/document/project'
import type { Source } from '#domain/records/source'

/** The articles that the worker has. */
export class SentArticles {
  #sent = new Map<string, Source>()

  add(source: Source): void {
    this.#sent.set(source.id, source)
  }

  /** Takes out the articles that are no longer in the project, and returns their ids. */
  takeGone(sources: Table<Source>): string[] {
    const gone = [...this.#sent.keys()].filter((id) => !sources.has(id))
    for (const id of gone) this.#sent.delete(id)
    return gone
  }

  /** The articles that are new, or whose text or blocks have changed. */
  changed = (sources: Table<Source>): Source[] =>
    [...sources.values()].filter((source) => {
      const known = this.#sent.get(source.id)
      return !known || known.text !== source.text || known.blocks !== source.blocks
    })
}
