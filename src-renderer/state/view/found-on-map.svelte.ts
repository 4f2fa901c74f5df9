import { findOnMap } from '#domain/argument/find-on-map'
import { mapGraph } from '#domain/argument/map-graph'
import type { Project } from '#domain/document/project'
import type { View } from './view.svelte'

interface Open {
  readonly session: { readonly project: Project } | undefined
  readonly view: View
}

const NONE: ReadonlySet<string> = new Set()

/** The cards of the open map with the words that are looked for there (P6). */
export class FoundOnMap {
  /** What was typed; bind it. It finds nothing while the bar is closed. */
  wanted = $state('')
  readonly #workspace: Open

  /** Claims, in reading order. */
  readonly claims: ReadonlySet<string> = $derived.by(() => {
    const { session, view } = this.#workspace
    if (!session || view.map === undefined || !view.onMap.finding) return NONE
    return findOnMap(session.project, mapGraph(session.project, view.map), this.wanted)
  })

  constructor(workspace: Open) {
    this.#workspace = workspace
  }
}
