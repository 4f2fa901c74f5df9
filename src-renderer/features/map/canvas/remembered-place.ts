import type { SettingsChange } from '#api/settings'
import type { Rect } from '#domain/canvas/card'
import type { Workspace } from '../../../state/workspace.svelte'
import type { MapViewport } from './map-viewport.svelte'

/** Milliseconds before a place is stored, because moves follow one another quickly. */
const LATER = 400

/** Remembers the place at which a map is viewed, and shows it there again. */
export class RememberedPlace {
  readonly #workspace: Workspace
  readonly #viewing: MapViewport
  readonly #map: string
  #writing: ReturnType<typeof setTimeout> | undefined
  /** What is remembered and not stored yet. */
  #unwritten: SettingsChange['viewed']
  #isMoving = false

  constructor(workspace: Workspace, viewing: MapViewport, map: string) {
    this.#workspace = workspace
    this.#viewing = viewing
    this.#map = map
  }

  /** Shows the map where it was viewed last, else as it is opened for the first time. */
  open(cards: readonly Rect[]): void {
    const { settings } = this.#workspace
    const viewed = settings.viewed.find(({ map }) => map === this.#map)
    if (!viewed || !this.#viewing.returnTo(viewed, cards)) this.#viewing.open(cards, settings.mapFlow)
  }

  /** The map is being moved. Svelte Flow tells the end a little later, because a wheel may go on turning. */
  moved(): void {
    this.#isMoving = true
  }

  /** Stores the place of a map that is left at once, also before the end of its last move was told. */
  leave(): void {
    if (this.#isMoving) this.store()
    this.#write()
  }

  /** Remembers the present place. */
  store(): void {
    this.#isMoving = false
    const { place } = this.#viewing
    if (!place) return
    this.#unwritten = [{ map: this.#map, ...place }]
    this.#workspace.preview({ viewed: this.#unwritten })
    clearTimeout(this.#writing)
    this.#writing = setTimeout(() => this.#write(), LATER)
  }

  #write(): void {
    clearTimeout(this.#writing)
    if (this.#unwritten) this.#workspace.set({ viewed: this.#unwritten })
    this.#unwritten = undefined
  }
}
