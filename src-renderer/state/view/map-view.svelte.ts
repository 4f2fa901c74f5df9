/** The cards that the map shows alone, with what is at most so many relations away from them. */
export interface Focus {
  readonly claims: readonly string[]
  readonly steps: number
}

/** How the open map is looked at: never in a patch, never in the project file (P6). */
export class MapView {
  /** Whether the map is shown as cards or as lines of text. */
  shows = $state<'cards' | 'outline'>('cards')
  focus = $state.raw<Focus | undefined>()
  /** Whether the bar that finds cards by their words is shown. */
  finding = $state(false)
  /** What screen readers are told. */
  said = $state('')

  /** Forgets what only made sense on the map that was open. */
  leave(): void {
    this.focus = undefined
    this.finding = false
    this.said = ''
  }
}
