import type { Tidied } from '#domain/layout/layout-input'

/** The cards that the map shows alone, with what is at most so many relations away from them. */
export interface Focus {
  readonly claims: readonly string[]
  readonly steps: number
}

/** The canvas on screen, as far as keys, menus and the palette ask it. */
export interface Canvas {
  /** Lays out and moves the cards; tells the user where it could not. */
  tidy(tidied: Tidied): Promise<void>
  /** Shows these cards as large as they can be shown whole. */
  zoomTo(claims: readonly string[]): void
}

/** How the open map is looked at: never in a patch, never in the project file (P6). */
export class MapView {
  /** Whether the map is shown as cards or as lines of text. */
  shows = $state<'cards' | 'outline'>('cards')
  focus = $state.raw<Focus | undefined>()
  /** How often words were to be found on the map since the bar for it was shown; 0 while it is not. */
  finding = $state(0)
  /** None while the map is not on screen, or is shown as an outline. */
  canvas = $state.raw<Canvas | undefined>()
  /** What screen readers are told. */
  said = $state('')

  /** Forgets what only made sense on the map that was open. */
  leave(): void {
    this.focus = undefined
    this.finding = 0
    this.said = ''
  }
}
