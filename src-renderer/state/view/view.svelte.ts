import type { Selected } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import type { Point } from '#domain/canvas/card'
import type { Project } from '#domain/document/project'
import type { Span } from '#domain/text/sentences/sentence-spans'
import type { Dragged } from './dragging'
import { MapView } from './map-view.svelte'
import type { Cursor } from './sentence-cursor'
import type { Typing } from './typing'

/** Where the reader is asked to go: a passage, counted so that asking twice goes twice. */
export interface Jump {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly count: number
}

/** The article on screen, as far as the sentence cursor asks it. */
export interface Page {
  /** Where the text that is in sight begins. */
  firstInSight(): number
  sees(span: Span): boolean
}

/** What is shown and what is selected: never in a patch, never in the project file (P6). */
export class View {
  source = $state.raw<string | undefined>()
  map = $state.raw<string | undefined>()
  claims = $state.raw<readonly string[]>([])
  relation = $state.raw<string | undefined>()
  /** Whether the open source's details are what the inspector shows. */
  sourceSelected = $state(false)
  /** How often words were to be found in the open article since the bar for it was shown; 0 while it is not. */
  finding = $state(0)
  /** Whether the reader shows the text as it arrived instead. */
  arrived = $state(false)
  /** A text that a newer version has replaced, which the reader shows instead: its source, and its number among them. */
  earlier = $state.raw<{ readonly source: string; readonly index: number } | undefined>()
  /** What the inspector shows instead of what is selected. */
  shown = $state<'report' | 'review' | undefined>()
  passage = $state.raw<ViewContext['passage']>()
  /** Where reading by keys goes on from; it stays when its words are marked or let go of. */
  cursor = $state.raw<Cursor | undefined>()
  /** Whether the passage is the cursor's; else it is what is selected on the page. */
  byKeys = $state(false)
  page = $state.raw<Page | undefined>()
  jump = $state.raw<Jump | undefined>()
  /** A claim whose card the map is asked to bring into sight. */
  reveal = $state.raw<{ claim: string; count: number } | undefined>()
  mapCentre = $state.raw<Point | undefined>()
  /** How high the open map draws a claim's card. */
  cardHeight: ViewContext['cardHeight']
  /** What is being typed on the map. */
  typing = $state.raw<Typing | undefined>()
  /** What is on its way to the map, while it is dragged. */
  dragging = $state.raw<Dragged | undefined>()
  /** The claim whose wording is to be edited as soon as its details are shown. */
  rewording = $state.raw<string | undefined>()
  /** The claim whose note is to be written as soon as its details are shown. */
  noting = $state.raw<string | undefined>()
  readonly onMap = new MapView()
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
      cardHeight: this.cardHeight,
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

  /** The sentence cursor goes there, and its words are the passage that commands work on. */
  take(cursor: Cursor): void {
    this.cursor = cursor
    this.passage = { source: cursor.source, ...cursor.span }
    this.byKeys = true
  }

  /** The sentence cursor goes there and holds nothing yet. */
  rest(source: string, span: Span): void {
    this.cursor = { source, span, anchor: span }
    if (this.byKeys) this.letGo()
  }

  /** The passage is let go of; the cursor stays where it is. */
  letGo(): void {
    this.passage = undefined
    this.byKeys = false
  }

  /** Words were selected on the page, or are no longer: then only what had been selected there is let go of. */
  selectWords(source: string, span: Span | undefined): void {
    if (span) {
      this.rest(source, span)
      this.passage = { source, ...span }
    } else if (!this.byKeys) this.letGo()
  }

  /** Opens an article at a passage. */
  goTo(source: string, start: number, end: number): void {
    this.source = source
    // The passage stands in the text of now.
    this.arrived = false
    this.earlier = undefined
    this.jump = { source, start, end, count: ++this.#count }
    this.rest(source, { start, end })
  }

  /** Brings a claim's card into sight on the open map. */
  show(claim: string): void {
    this.reveal = { claim, count: ++this.#count }
  }
}
