import type { Excerpt } from '#domain/records/excerpt'
import type { Source } from '#domain/records/source'
import type { TextLink } from '#domain/records/text-link'
import { blockIndex } from './blocks'
import type { Painted } from './highlight-lanes'
import { boxOf, offsetUnder } from './offsets'
import { under } from './passages'
import { linkAt } from './text-links'

interface Shown {
  readonly excerpts: readonly Excerpt[]
  readonly link: TextLink | undefined
  /** The box of the words they stand at. Window pixels. */
  readonly at: DOMRect
}

/** The passages and the link under the pointer. */
export class Hovered {
  shown = $state.raw<Shown | undefined>()

  clear(): void {
    this.shown = undefined
  }

  /** Looks under a place of the window, in pixels. The same passages and link as before keep their object. */
  look(article: HTMLElement, source: Source, painted: readonly Painted[], x: number, y: number): void {
    const offset = offsetUnder(x, y)
    const excerpts = offset === undefined ? [] : under(painted, offset)
    const link = offset === undefined ? undefined : linkAt(source, offset)
    if (this.#isShown(excerpts, link)) return
    const words = excerpts[0] ?? link
    const at = words && boxOf(blockIndex(article), words)
    this.shown = at && { excerpts, link, at }
  }

  #isShown(excerpts: readonly Excerpt[], link: TextLink | undefined): boolean {
    const before = this.shown?.excerpts ?? []
    return (
      link === this.shown?.link &&
      excerpts.length === before.length &&
      excerpts.every((each, at) => each === before[at])
    )
  }
}
