import type { Selected } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import type { Project } from '#domain/document/project'
import type { TextSpan } from '#domain/text/text-span'
import type { Panes } from '../panes'
import type { Dragged } from './dragged'
import { MapView } from './map-view.svelte'
import { NOTHING, type Selection } from './selection'
import type { Cursor } from './sentence-cursor'
import type { Typing } from './typed'

/** A passage of an article: UTF-16 offsets, half-open. */
interface Passage extends TextSpan {
  readonly source: string
}

/** What is shown and what is selected: never in a patch, never in the project file (P6). */
export class View {
  #source = $state.raw<string | undefined>()
  #map = $state.raw<string | undefined>()
  #selection = $state.raw<Selection>(NOTHING)
  #passage = $state.raw<Passage | undefined>()
  #cursor = $state.raw<Cursor | undefined>()
  #byKeys = $state(false)
  /** The passage that was gone to last. */
  visited: Passage | undefined
  /** Whether the bar that finds words in the open article is shown. */
  finding = $state(false)
  /** Whether the reader shows the text as it arrived instead. */
  arrived = $state(false)
  /** A text that a newer version has replaced, which the reader shows instead: its source, and its number among them. */
  earlier = $state.raw<{ readonly source: string; readonly index: number } | undefined>()
  /** What is being typed on the map. */
  typing = $state.raw<Typing | undefined>()
  /** What is dragged towards the map. */
  dragging = $state.raw<Dragged | undefined>()
  readonly onMap = new MapView()

  /** @param onopened called when another article or another map is opened */
  constructor(private readonly onopened: () => void = () => undefined) {}

  get source(): string | undefined {
    return this.#source
  }

  get map(): string | undefined {
    return this.#map
  }

  get selection(): Selection {
    return this.#selection
  }

  /** The selected claims; none where something else is selected. */
  get claims(): readonly string[] {
    return this.#selection.type === 'claims' ? this.#selection.ids : NO_IDS
  }

  /** The selected relation. */
  get relation(): string | undefined {
    return this.#selection.type === 'relation' ? this.#selection.id : undefined
  }

  /** The words that commands work on: selected on the page, or held by the sentence cursor. */
  get passage(): Passage | undefined {
    return this.#passage
  }

  /** Where reading by keys goes on from; it stays when its words are marked or deselected. */
  get cursor(): Cursor | undefined {
    return this.#cursor
  }

  /** Whether the passage is the cursor's; else it is what is selected on the page. */
  get byKeys(): boolean {
    return this.#byKeys
  }

  /** What commands take their input from. Ids of records that are gone are left out. */
  context(project: Project, panes: Panes): ViewContext {
    const canvas = panes.get('canvas')
    return {
      project,
      passage: this.passage && project.sources.has(this.passage.source) ? this.passage : undefined,
      claims: this.claims.filter((id) => project.claims.has(id)),
      relation: this.relation && project.relations.has(this.relation) ? this.relation : undefined,
      source: this.source && project.sources.has(this.source) ? this.source : undefined,
      map: this.map && project.maps.has(this.map) ? this.map : undefined,
      mapCentre: canvas?.centre(),
      cardHeight: canvas?.cardHeight,
    }
  }

  select(selection: Selection): void {
    this.#selection = selection
  }

  clear(): void {
    this.#selection = NOTHING
  }

  /** Turns to what a command has made or changed. */
  turnTo({ type, id }: Selected): void {
    if (type === 'claim') this.select({ type: 'claims', ids: [id] })
    else if (type === 'relation') this.select({ type, id })
    else if (type === 'source') {
      this.openSource(id)
      this.select({ type, id })
    } else {
      this.clear()
      this.openMap(id)
    }
  }

  /** Starts with another project. */
  reset(source: string | undefined, map: string | undefined): void {
    this.clear()
    this.deselect()
    this.#cursor = undefined
    this.visited = undefined
    this.#source = source
    this.#map = map
  }

  openSource(source: string): void {
    if (this.#source === source) return
    this.#source = source
    // The inspector goes on with the article that is open.
    if (this.#selection.type === 'source') this.select({ type: 'source', id: source })
    this.onopened()
  }

  openMap(map: string): void {
    if (this.#map === map) return
    this.#map = map
    this.onopened()
  }

  /** Opens an article for a passage: in its current text, which is the one that passages are in. */
  visit(source: string, span: TextSpan): void {
    this.openSource(source)
    this.arrived = false
    this.earlier = undefined
    this.visited = { source, ...span }
    this.rest(source, span)
  }

  /** The sentence cursor goes there, and its words are the passage that commands work on. */
  take(cursor: Cursor): void {
    this.#cursor = cursor
    this.#passage = { source: cursor.source, ...cursor.span }
    this.#byKeys = true
  }

  /** The sentence cursor goes there and holds nothing yet. */
  rest(source: string, span: TextSpan): void {
    this.#cursor = { source, span, anchor: span }
    if (this.#byKeys) this.deselect()
  }

  /** No passage is selected any more; the cursor stays where it is. */
  deselect(): void {
    this.#passage = undefined
    this.#byKeys = false
  }

  /** Words were selected on the page, or are no longer: then only what had been selected there is deselected. */
  selectWords(source: string, span: TextSpan | undefined): void {
    if (span) {
      this.rest(source, span)
      this.#passage = { source, ...span }
    } else if (!this.#byKeys) this.deselect()
  }
}

/** The same object each time, so that nothing is derived again while no claim is selected. */
const NO_IDS: readonly string[] = []
