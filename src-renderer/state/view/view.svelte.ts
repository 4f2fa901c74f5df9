import { SvelteSet } from 'svelte/reactivity'
import type { Selected, Subject } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import type { Project } from '#domain/document/project'
import type { TextSpan } from '#domain/text/text-span'
import type { Panes } from '../panes'
import type { Dragged } from './dragged'
import { MapView } from './map-view.svelte'
import { MatrixView } from './matrix-view.svelte'
import type { Pointed } from './pointed'
import { NOTHING, type Selection } from './selection'
import type { Cursor } from './sentence-cursor'
import type { Typing } from './typed'

/** A passage of an article. UTF-16 offsets, half-open. */
interface Passage extends TextSpan {
  readonly source: string
}

/** The parts of a verdict that are folded until they are opened. */
export type VerdictPart = 'why' | 'hangs-on'

/** What is shown and selected. It is in no patch and not in the project file (P6). */
export class View {
  #source = $state.raw<string | undefined>()
  #map = $state.raw<string | undefined>()
  #selection = $state.raw<Selection>(NOTHING)
  #passage = $state.raw<Passage | undefined>()
  #cursor = $state.raw<Cursor | undefined>()
  #byKeys = $state(false)
  /** The claim that was selected alone last. */
  lastClaim: string | undefined
  /** The passage visited last. */
  visited: Passage | undefined
  /** Whether the bar for finding text in the article is shown. */
  finding = $state(false)
  /** Whether the reader shows the original text instead. */
  showsOriginal = $state(false)
  /** An earlier text that the reader shows instead: its source, and its index among the earlier texts. */
  previousText = $state.raw<{ readonly source: string; readonly index: number } | undefined>()
  /** The map or group that was just made, whose title is to be typed. */
  naming = $state.raw<string | undefined>()
  /** What is being typed on the map. */
  typing = $state.raw<Typing | undefined>()
  /** What the open context menu is about. */
  pointed = $state.raw<Pointed | undefined>()
  /** What is being dragged to the map. */
  dragging = $state.raw<Dragged | undefined>()
  readonly onMap = new MapView()
  readonly onMatrix = new MatrixView()
  /** The opened parts of verdicts, for every claim that is selected. */
  readonly unfolded = new SvelteSet<VerdictPart>()

  /**
   * @param onopened called when another article or map is opened
   * @param onselected called when something else is selected
   */
  constructor(
    private readonly onopened: () => void = () => undefined,
    private readonly onselected: () => void = () => undefined,
  ) {}

  get source(): string | undefined {
    return this.#source
  }

  get map(): string | undefined {
    return this.#map
  }

  get selection(): Selection {
    return this.#selection
  }

  /** The selected claims; empty if something else is selected. */
  get claims(): readonly string[] {
    return this.#selection.type === 'claims' ? this.#selection.ids : NO_IDS
  }

  /** The selected articles. */
  get sources(): readonly string[] {
    return this.#selection.type === 'sources' ? this.#selection.ids : NO_IDS
  }

  /** The selected relation. */
  get relation(): string | undefined {
    return this.#selection.type === 'relation' ? this.#selection.id : undefined
  }

  /** The text for commands: selected on the page, or at the sentence cursor. */
  get passage(): Passage | undefined {
    return this.#passage
  }

  /** The position for reading by keys. It stays when its text is marked or deselected. */
  get cursor(): Cursor | undefined {
    return this.#cursor
  }

  /** Whether the passage is at the sentence cursor, not selected on the page. */
  get byKeys(): boolean {
    return this.#byKeys
  }

  /** The context from which commands take their input, without ids of records that are gone. */
  context(project: Project, panes: Panes): ViewContext {
    const canvas = panes.get('canvas')
    return {
      project,
      passage: this.passage && project.sources.has(this.passage.source) ? this.passage : undefined,
      claims: this.claims.filter((id) => project.claims.has(id)),
      relation: this.relation && project.relations.has(this.relation) ? this.relation : undefined,
      excerpt: this.#pointedAt('passage'),
      tag: this.#pointedAt('tag'),
      sources: (this.sources.length > 0 || !this.source ? this.sources : [this.source]).filter((id) =>
        project.sources.has(id),
      ),
      map: this.map && project.maps.has(this.map) ? this.map : undefined,
      mapCentre: this.pointed?.at ?? canvas?.centre(),
      cardHeight: canvas?.cardHeight,
    }
  }

  #pointedAt(subject: Subject): string | undefined {
    return this.pointed?.on === subject ? this.pointed.id : undefined
  }

  select(selection: Selection): void {
    this.#selection = selection
    if (selection.type === 'claims' && selection.ids.length === 1) this.lastClaim = selection.ids[0]
    this.onselected()
  }

  clear(): void {
    this.select(NOTHING)
  }

  /** Selects and shows the record that a command made or changed. */
  turnTo({ type, id }: Selected): void {
    if (type === 'claim') this.select({ type: 'claims', ids: [id] })
    else if (type === 'relation') this.select({ type, id })
    else if (type === 'source') {
      this.openSource(id)
      this.select({ type: 'sources', ids: [id] })
    } else {
      this.clear()
      this.openMap(id)
    }
  }

  /** Resets the view for another project. */
  reset(source: string | undefined, map: string | undefined): void {
    this.clear()
    this.deselect()
    this.#cursor = undefined
    this.visited = undefined
    this.lastClaim = undefined
    this.#source = source
    this.#map = map
    this.onMatrix.open(undefined)
  }

  /**
   * Lets go of what is no longer in the project, because another window has removed it.
   * @param selection what is still there of the selection
   * @param first the article and map to show if those shown are gone
   */
  letGo(
    project: Project,
    selection: Selection,
    first: { readonly source: string | undefined; readonly map: string | undefined },
  ): void {
    const isThere = ({ source, end }: Passage) => (project.sources.get(source)?.text.length ?? -1) >= end
    if (selection !== this.#selection) this.select(selection)
    if (this.#passage && !isThere(this.#passage)) this.deselect()
    if (this.#cursor && !isThere({ source: this.#cursor.source, ...this.#cursor.span }))
      this.#cursor = undefined
    if (this.#source === undefined || !project.sources.has(this.#source)) this.#source = first.source
    if (this.#map === undefined || !project.maps.has(this.#map)) this.#map = first.map
  }

  openSource(source: string): void {
    if (this.#source === source) return
    this.#source = source
    // The inspector follows the open article.
    if (this.#selection.type === 'sources') this.select({ type: 'sources', ids: [source] })
    this.onopened()
  }

  openMap(map: string): void {
    if (this.#map === map) return
    this.#map = map
    this.onopened()
  }

  /** Opens an article at a passage, in its current text, to which passages belong. */
  visit(source: string, span: TextSpan): void {
    this.openSource(source)
    this.showsOriginal = false
    this.previousText = undefined
    this.visited = { source, ...span }
    this.rest(source, span)
  }

  /** Moves the sentence cursor and makes its text the passage for commands. */
  take(cursor: Cursor): void {
    this.#cursor = cursor
    this.#passage = { source: cursor.source, ...cursor.span }
    this.#byKeys = true
  }

  /** Moves the sentence cursor without making its text the passage. */
  rest(source: string, span: TextSpan): void {
    this.#cursor = { source, span, anchor: span }
    if (this.#byKeys) this.deselect()
  }

  /** Clears the passage; the cursor stays. */
  deselect(): void {
    this.#passage = undefined
    this.#byKeys = false
  }

  /** Sets the passage selected on the page. Without a span, it clears only a passage that was selected on the page. */
  selectWords(source: string, span: TextSpan | undefined): void {
    if (span) {
      this.rest(source, span)
      this.#passage = { source, ...span }
    } else if (!this.#byKeys) this.deselect()
  }
}

/** A constant, so that nothing derived from it is computed again. */
const NO_IDS: readonly string[] = []
