import { highlightName } from '../../styles/depths'
import { blockIndex } from './blocks'
import { rangeOf } from './offsets'
import type { Painted } from './highlight-lanes'
import { categoryOf, strokes, type Coding } from './passages'

interface Registered {
  readonly name: string
  readonly range: StaticRange
}

/**
 * Keeps the passages of an article painted, with one registered highlight for each colour and lane. Only changed
 * ranges are added and removed.
 */
export class SpanHighlighter {
  #registered = new Map<string, Registered>()
  #highlights = new Map<string, Highlight>()

  constructor(private readonly article: HTMLElement) {}

  /** @param painted in the order of the text */
  paint(painted: readonly Painted[], coding: Coding): void {
    const blocks = blockIndex(this.article)
    const gone = new Set(this.#registered.keys())
    const nameOf = ({ excerpt, depth }: Painted) =>
      highlightName(categoryOf(coding, excerpt)?.colour ?? 'slate', depth)
    for (const stroke of strokes(painted, nameOf)) {
      const key = `${stroke.name} ${stroke.start} ${stroke.end}`
      if (gone.delete(key)) continue
      const range = rangeOf(blocks, stroke)
      if (!range) continue
      this.#highlight(stroke.name).add(range)
      this.#registered.set(key, { name: stroke.name, range })
    }
    for (const key of gone) this.#remove(key)
  }

  clear(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(name)
    this.#highlights.clear()
    this.#registered.clear()
  }

  #remove(key: string): void {
    const { name, range } = this.#registered.get(key)!
    this.#highlights.get(name)?.delete(range)
    this.#registered.delete(key)
  }

  #highlight(name: string): Highlight {
    let highlight = this.#highlights.get(name)
    if (!highlight) {
      highlight = new Highlight()
      // Passages in deeper lanes are painted over those they overlap.
      highlight.priority = Number(name.at(-1))
      CSS.highlights.set(name, highlight)
      this.#highlights.set(name, highlight)
    }
    return highlight
  }
}
