import type { Settings, SettingsChange } from '#api/settings'
import type { View } from './view/view.svelte'
import type { Selection } from './view/selection'

/** What the desk needs of the workspace. */
interface Desked {
  readonly settings: Settings
  readonly view: View
  readonly set: (change: SettingsChange) => void
}

type InspectorPlace = 'hidden' | 'right' | 'below'

/** The least width for reader, map and inspector beside one another. CSS pixels. */
const ROOM_FOR_THREE = 1300

/** Which panes the window shows besides the article and the map, and where the inspector is. */
export class Desk {
  /** The width of the window in CSS pixels; bind it. */
  width = $state(0)
  /** The selection for which the user opened the inspector. */
  #openedFor = $state.raw<Selection>()
  /** Where the inspector stays during a gesture. */
  #held = $state.raw<InspectorPlace>()
  readonly #workspace: Desked

  constructor(workspace: Desked) {
    this.#workspace = workspace
  }

  get library(): boolean {
    const { layout, libraryIn } = this.#workspace.settings
    return libraryIn.includes(layout)
  }

  /** Shows or hides the library in the current layout. */
  toggleLibrary(): void {
    const { layout, libraryIn } = this.#workspace.settings
    const others = libraryIn.filter((each) => each !== layout)
    this.#workspace.set({ libraryIn: this.library ? others : [...others, layout] })
  }

  /**
   * Where the inspector is: at the right of the window, or, where that would leave too little for reader and map beside
   * each other, below the article. It covers neither the map nor a word.
   */
  get inspector(): InspectorPlace {
    return this.#held ?? this.#wanted
  }

  get #wanted(): InspectorPlace {
    const { layout, libraryWidth } = this.#workspace.settings
    const room = this.library ? this.width * (1 - libraryWidth / 100) : this.width
    const place = layout === 'both' && room < ROOM_FOR_THREE ? 'below' : 'right'
    return this.#isWanted(place) ? place : 'hidden'
  }

  #isWanted(place: 'right' | 'below'): boolean {
    const { settings, view } = this.#workspace
    const { type } = view.selection
    if (isList(type) || view.selection === this.#openedFor) return true
    // An article is selected to be read, and its details below would take half of its room.
    if (settings.inspector === 'selection')
      return type !== 'none' && !(type === 'sources' && place === 'below')
    return settings.inspector === 'always'
  }

  /**
   * Keeps the panes where they are until `release`, because the first click of two, or the beginning of a drag, selects
   * what brings the inspector, and nothing may move below the pointer then.
   */
  hold(): void {
    this.#held ??= this.#wanted
  }

  release(): void {
    this.#held = undefined
  }

  /** Shows the inspector for the selection, or, with nothing selected, until something is. */
  openInspector(): void {
    const { settings, view, set } = this.#workspace
    this.#openedFor = view.selection
    if (settings.inspector === 'never') set({ inspector: 'selection' })
  }

  /** Hides the inspector until it is opened again. A report or a review is closed with it. */
  closeInspector(): void {
    const { settings, view, set } = this.#workspace
    const { type } = view.selection
    this.#openedFor = undefined
    if (isList(type)) view.clear()
    else if (this.#wanted === 'hidden') return
    else if (type !== 'none' || settings.inspector === 'always') set({ inspector: 'never' })
  }

  toggleInspector(): void {
    if (this.#wanted === 'hidden') this.openInspector()
    else this.closeInspector()
  }
}

/** Whether the inspector shows a list that was asked for, instead of a selection. */
const isList = (type: string): boolean => ['report', 'review', 'decisions', 'shared'].includes(type)
