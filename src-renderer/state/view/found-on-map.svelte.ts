import { findOnMap } from '#domain/argument/find-on-map'
import { mapGraph } from '#domain/argument/map-graph'
import type { Project } from '#domain/document/project'
import type { View } from './view.svelte'

interface Open {
  readonly session: { readonly project: Project } | undefined
  readonly view: View
}

/** The cards of the open map with the words that are looked for there (P6). */
export class FoundOnMap {
  /** What was typed; bind it. It finds nothing while the bar is closed. */
  wanted = $state('')
  readonly #workspace: Open

  /** Claims, in reading order. */
  readonly claims: readonly string[] = $derived.by(() => {
    const { session, view } = this.#workspace
    if (!session || view.map === undefined || !view.onMap.finding) return []
    return findOnMap(session.project, mapGraph(session.project, view.map), this.wanted)
  })
  readonly #set = $derived(new Set(this.claims))

  constructor(workspace: Open) {
    this.#workspace = workspace
  }

  has(claim: string): boolean {
    return this.#set.has(claim)
  }
}
