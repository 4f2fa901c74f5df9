import type { Result } from '../document/session.svelte'
import type { View } from '../view/view.svelte'

type Arriving = Pick<View, 'source' | 'map' | 'selection' | 'turnTo'>

/**
 * Shows what an import brings, as long as the user has turned to nothing else since it began: a long import must not take
 * an article away from who has begun to read it.
 */
export class Arrivals {
  readonly #view: Arriving
  #hasShown = false
  /** What the view showed when the import last left it. */
  #left: Pick<Arriving, 'source' | 'map' | 'selection'>

  constructor(view: Arriving) {
    this.#view = view
    this.#left = this.#now()
  }

  get isUndisturbed(): boolean {
    const { source, map, selection } = this.#now()
    return source === this.#left.source && map === this.#left.map && selection === this.#left.selection
  }

  /** Takes what the view shows as the beginning, because the import itself has opened a project. */
  beginHere(): void {
    this.#left = this.#now()
  }

  /** Shows the record that the first command of the import made. Later ones leave it on screen. */
  show(result: Result): void {
    if (!result.done || !result.select || this.#hasShown || !this.isUndisturbed) return
    this.#hasShown = true
    this.#view.turnTo(result.select)
    this.beginHere()
  }

  #now(): Pick<Arriving, 'source' | 'map' | 'selection'> {
    const { source, map, selection } = this.#view
    return { source, map, selection }
  }
}
