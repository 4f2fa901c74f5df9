import type { Table } from '../document/project'
import type { Source } from '../records/source'

const COMPARED = ['text', 'blocks', 'publisher'] as const

/** The articles that a comparison has. */
export class KnownArticles {
  #known = new Map<string, Source>()

  add(source: Source): void {
    this.#known.set(source.id, source)
  }

  /** Takes out the articles that are no longer in the project, and returns their ids. */
  takeGone(sources: Table<Source>): string[] {
    const gone = [...this.#known.keys()].filter((id) => !sources.has(id))
    for (const id of gone) this.#known.delete(id)
    return gone
  }

  /** The articles that are new, or of which something has changed that is compared. */
  changed = (sources: Table<Source>): Source[] =>
    [...sources.values()].filter((source) => {
      const before = this.#known.get(source.id)
      return !before || COMPARED.some((field) => before[field] !== source[field])
    })
}
