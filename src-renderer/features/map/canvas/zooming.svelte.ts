import type { Rect } from '#domain/canvas/card'
import { contains } from '#domain/canvas/rect'

/** The user has stopped zooming when the zoom has stayed the same for so long. Milliseconds. */
const RESTS = 200
/** In how many parts all that has come into sight is drawn in full then, so that no frame takes long. */
const PARTS = 4
/** The time between two parts. Milliseconds. */
const APART = 16

/** The rectangle at a share of the way from one to another. */
const between = (one: Rect, other: Rect, share: number): Rect => {
  const at = (key: keyof Rect) => one[key] + (other[key] - one[key]) * share
  return { x: at('x'), y: at('y'), width: at('width'), height: at('height') }
}

/** Keeps the part that a map draws in full as it was before the user began to zoom, until they stop. */
export class Zooming {
  /** The part to draw in full; undefined at rest. Map pixels. */
  kept = $state.raw<Rect>()
  readonly #sight: () => Rect
  #next: ReturnType<typeof setTimeout> | undefined

  /** @param sight the visible part, in map pixels */
  constructor(sight: () => Rect) {
    this.#sight = sight
  }

  /** @param before the visible part before this step of the zoom, in map pixels */
  zoomed(before: Rect): void {
    this.kept ??= before
    clearTimeout(this.#next)
    this.#next = setTimeout(() => this.#grow(PARTS), RESTS)
  }

  #grow(parts: number): void {
    const sight = this.#sight()
    if (!this.kept || parts === 1 || contains(sight, this.kept)) this.kept = undefined
    else {
      this.kept = between(this.kept, sight, 1 / parts)
      this.#next = setTimeout(() => this.#grow(parts - 1), APART)
    }
  }
}
