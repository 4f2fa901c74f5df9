import { untrack } from 'svelte'
import type { Project } from '#domain/document/project'
import type { Session } from '../../state/document/session.svelte'
import { isNarrowed, NO_FILTERS, type Filters } from './filters'
import { browsed, FIRST, groupResults, type Group, type GroupName } from './results'
import { SearchIndex } from './search-index'

/** Milliseconds of indexing at a time, so that keys are handled in between. */
const STRETCH = 12
/** Milliseconds between two updates of the results during indexing. */
const LOOK = 300
/** The factor by which a group grows each time that more is asked for. */
const MORE = 5

/** The search of one project with its index, kept while the project is open. */
export class Search {
  query = $state('')
  filters: Filters = $state.raw(NO_FILTERS)
  /** The number of articles that are not indexed yet. */
  waiting = $state(0)
  #shown: Record<GroupName, number> = $state.raw(FIRST)
  /** Increases when the index has changed. */
  #version = $state(0)
  #index = new SearchIndex()
  #looked = 0

  /** The results in a state of the project. */
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

  /** Updates the index to a state of the project, a little at a time. Returns a function that stops it. */
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
