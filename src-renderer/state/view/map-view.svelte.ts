/** A focus: the map shows only these cards and those at most `distance` relations away. */
export interface Focus {
  readonly claims: readonly string[]
  readonly steps: number
}

/** The view of the open map. It is in no patch and not in the project file (P6). */
export class MapView {
  /** Whether the map is shown as cards or as lines of text. */
  shows = $state<'cards' | 'outline'>('cards')
  focus = $state.raw<Focus | undefined>()
  /** Whether the bar for finding cards is shown. */
  finding = $state(false)
  /** The announcement for screen readers. */
  said = $state('')

  /** Resets what applied only to the map that was open. */
  leave(): void {
    this.focus = undefined
    this.finding = false
    this.said = ''
  }
}
