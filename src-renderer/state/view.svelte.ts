import type { Selected } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import type { Point } from '#domain/graph/card'
import type { Project } from '#domain/project'

/** Where the reader is asked to go: a passage, counted so that asking twice goes twice. */
export interface Jump {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly count: number
}

/** What is shown and what is selected: never in a patch, never in the project file (P6). */
export class View {
  source = $state.raw<string | undefined>()
  map = $state.raw<string | undefined>()
  claims = $state.raw<readonly string[]>([])
  relation = $state.raw<string | undefined>()
  /** Whether the open source's details are what the inspector shows. */
  sourceSelected = $state(false)
  /** Whether the bar to find words in the open article is shown. */
  finding = $state(false)
  /** Whether the reader shows the text as it arrived instead. */
  arrived = $state(false)
  /** What the inspector shows instead of what is selected. */
  shown = $state<'report' | 'review' | undefined>()
  passage = $state.raw<ViewContext['passage']>()
  jump = $state.raw<Jump | undefined>()
  /** A claim whose card the map is asked to bring into sight. */
  reveal = $state.raw<{ claim: string; count: number } | undefined>()
  mapCentre = $state.raw<Point | undefined>()
  /** The claim whose wording is to be edited as soon as its details are shown. */
  rewording = $state.raw<string | undefined>()
  /** Counted up when the map is to be fitted to its pane. */
  fit = $state(0)
  #count = 0

  /** Shows the report of the last import, or the passages to review, until something is selected. */
  showInstead(shown: 'report' | 'review'): void {
    this.clear()
    this.shown = shown
  }

  /** What commands take their input from. Ids of records that are gone are left out. */
  context(project: Project): ViewContext {
    return {
      project,
      passage: this.passage && project.sources.has(this.passage.source) ? this.passage : undefined,
      claims: this.claims.filter((id) => project.claims.has(id)),
      relation: this.relation && project.relations.has(this.relation) ? this.relation : undefined,
      source: this.source && project.sources.has(this.source) ? this.source : undefined,
      map: this.map && project.maps.has(this.map) ? this.map : undefined,
      mapCentre: this.mapCentre,
    }
  }

  clear(): void {
    this.claims = []
    this.relation = undefined
    this.sourceSelected = false
    this.shown = undefined
  }

  /** Turns to something: its details are shown, and the panes show where it is. */
  select(thing: Selected): void {
    this.clear()
    if (thing.type === 'claim') this.claims = [thing.id]
    if (thing.type === 'relation') this.relation = thing.id
    if (thing.type === 'map') this.map = thing.id
    if (thing.type === 'source') {
      this.source = thing.id
      this.sourceSelected = true
    }
  }

  /** Opens an article at a passage. */
  goTo(source: string, start: number, end: number): void {
    this.source = source
    this.jump = { source, start, end, count: ++this.#count }
  }

  /** Brings a claim's card into sight on the open map. */
  show(claim: string): void {
    this.reveal = { claim, count: ++this.#count }
  }
}
