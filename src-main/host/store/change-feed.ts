import type { Followed, News } from '#api/news'
import type { Patch } from '#domain/document/patch'

/** A patch that is on the disk. */
export interface SavedChange {
  /** The project's revision after it. */
  readonly revision: number
  /** The sender's id for it. */
  readonly id?: string | undefined
  readonly patch: Patch
  /** Characters of its JSON. */
  readonly length: number
}

/** The changes that are kept for pages that missed them: by number, and by characters of JSON. */
export const CHANGES_KEPT = 500
const LENGTH_KEPT = 8_000_000

/** The copies of other programs' versions that are told. */
const COPIES_TOLD = 20

/**
 * The publisher of an open project. It tells pages that there is a new revision, and they ask for the changes since their
 * own. So a page that does not listen holds up nobody, and nothing is kept for it.
 */
export class ChangeFeed {
  /** The last changes, without gaps in their revisions. */
  #recent: SavedChange[] = []
  #length = 0
  /** The copies of other programs' versions of the file, and the pages that are told of each. */
  #copies: { readonly path: string; readonly pages: ReadonlySet<string> }[] = []
  readonly #pages = new Map<string, (news: News) => void>()
  #selected: { readonly by: string; readonly selection: Followed } | undefined

  /** @param revision the project's revision on the disk */
  constructor(private revision: number) {}

  /**
   * Tells all other pages of a change.
   * @param by the key of the page that has sent it
   */
  publish(change: SavedChange, by?: string): void {
    this.revision = change.revision
    this.#recent.push(change)
    this.#length += change.length
    while (this.#recent.length > CHANGES_KEPT || this.#length > LENGTH_KEPT)
      this.#length -= this.#recent.shift()!.length
    this.#tellOthers(by)
  }

  /** The changes since a revision, oldest first; undefined if they are no longer known. */
  since(revision: number): readonly SavedChange[] | undefined {
    const missed = this.revision - revision
    if (missed < 0 || missed > this.#recent.length) return undefined
    return this.#recent.slice(this.#recent.length - missed)
  }

  /** Tells all other pages what a page has selected. */
  select(by: string, selection: Followed): void {
    this.#selected = { by, selection }
    this.#tellOthers(by)
  }

  /** Tells all pages of a copy of another program's version of the file. Returns false if there are none. */
  putAside(path: string): boolean {
    const pages = new Set(this.#pages.keys())
    if (pages.size === 0) return false
    this.#copies = [...this.#copies, { path, pages }].slice(-COPIES_TOLD)
    this.#tellOthers()
    return [...pages].some((key) => this.#pages.has(key))
  }

  /** Tells a page the news, now and later, until the returned function is called. */
  listen(key: string, hear: (news: News) => void): () => void {
    this.#pages.set(key, hear)
    this.#tellOthers()
    return () => {
      if (this.#pages.get(key) !== hear) return
      this.#pages.delete(key)
      if (this.#selected?.by === key) this.#selected = undefined
      this.#tellOthers()
    }
  }

  #tellOthers(by?: string): void {
    for (const [key, hear] of this.#pages) {
      if (key === by) continue
      try {
        hear(this.#newsFor(key))
      } catch {
        // The page is gone. A save must not fail because of it.
        this.#pages.delete(key)
      }
    }
  }

  #newsFor(key: string): News {
    const selected = this.#selected
    return {
      revision: this.revision,
      others: this.#pages.size - 1,
      setAside: this.#copies.filter(({ pages }) => pages.has(key)).map(({ path }) => path),
      selection: selected && selected.by !== key ? selected.selection : null,
    }
  }
}
