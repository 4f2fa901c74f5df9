import { untrack } from 'svelte'
import type { Project } from '#domain/document/project'
import type { Session } from '../../state/document/session.svelte'
import { isNarrowed, NO_FILTERS, type Filters } from './filters'
import { browsed, FIRST, groupResults, type Group, type GroupName } from './results'
import { SearchIndex } from './search-index'

/** Milliseconds that indexing takes at a stretch; keys are heard between two of them. */
const STRETCH = 12
/** Milliseconds between two looks at what has been indexed meanwhile. */
const LOOK = 300
/** A group shows as many times more each time that more is asked for. */
const MORE = 5

/** What is looked for in one project, and the index of its words. It is kept while the project is open. */
export class Search {
  query = $state('')
  filters: Filters = $state.raw(NO_FILTERS)
  /** Articles that are not indexed yet. */
  waiting = $state(0)
  #shown: Record<GroupName, number> = $state.raw(FIRST)
  /** Counted up when the index has something new. */
  #version = $state(0)
  #index = new SearchIndex()
  #looked = 0

  /** What was found in a version of the project. */
  results(project: Project): { groups: readonly Group[]; cut: boolean } {
    if (this.query.trim() === '') return { groups: browsed(project, this.filters, this.#shown), cut: false }
    void this.#version
    const { hits, cut } = this.#index.find(this.query)
    return { groups: groupResults(project, hits, this.filters, this.#shown), cut }
  }

  narrow(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change }
    this.#shown = FIRST
  }

  look(query: string): void {
    this.query = query
    this.#shown = FIRST
  }

  showMore(group: GroupName): void {
    this.#shown = { ...this.#shown, [group]: this.#shown[group] * MORE }
  }

  get isNarrowed(): boolean {
    return isNarrowed(this.filters)
  }

  /** Brings the index up to a version of the project, a stretch at a time; answers how to stop it. */
  keepUp(project: Project): () => void {
    let next: ReturnType<typeof setTimeout> | undefined
    const stretch = () => {
      const until = performance.now() + STRETCH
      const done = this.#index.update(project, () => performance.now() < until)
      if (!done) next = setTimeout(stretch)
      if (!done && performance.now() < this.#looked + LOOK) return
      this.#looked = performance.now()
      this.waiting = done ? 0 : this.#index.waiting(project)
      this.#version++
    }
    untrack(stretch)
    return () => clearTimeout(next)
  }
}

const searches = new WeakMap<Session, Search>()

/** The search of an open project. */
export function searchOf(session: Session): Search {
  const known = searches.get(session)
  if (known) return known
  const search = new Search()
  searches.set(session, search)
  return search
}
