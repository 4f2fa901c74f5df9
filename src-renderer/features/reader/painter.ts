import type { Project } from '#domain/project'
import { highlightName } from '../../styles/palette'
import { blockIndex, rangeOf } from './offsets'
import { categoryOf, type Painted } from './passages'

interface Stroke {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly range: StaticRange
}

/**
 * Keeps all passages of an article painted, one registered highlight for each colour and depth. Of twenty thousand
 * passages one new one costs a comparison each and one range: what stays as it was is not touched.
 */
export class Painter {
  #strokes = new Map<string, Stroke>()
  #highlights = new Map<string, Highlight>()
  #blocks: ReturnType<typeof blockIndex>

  constructor(article: HTMLElement) {
    this.#blocks = blockIndex(article)
  }

  paint(painted: readonly Painted[], project: Project): void {
    const gone = new Set(this.#strokes.keys())
    for (const { excerpt, depth } of painted) {
      gone.delete(excerpt.id)
      const name = highlightName(categoryOf(project, excerpt)?.colour ?? 'slate', depth)
      const before = this.#strokes.get(excerpt.id)
      if (before && before.name === name && before.start === excerpt.start && before.end === excerpt.end)
        continue
      this.#remove(excerpt.id)
      const range = rangeOf(this.#blocks, excerpt)
      if (!range) continue
      this.#highlight(name).add(range)
      this.#strokes.set(excerpt.id, { name, start: excerpt.start, end: excerpt.end, range })
    }
    for (const id of gone) this.#remove(id)
  }

  clear(): void {
    for (const name of this.#highlights.keys()) CSS.highlights.delete(name)
    this.#highlights.clear()
    this.#strokes.clear()
  }

  #remove(id: string): void {
    const stroke = this.#strokes.get(id)
    if (stroke) this.#highlights.get(stroke.name)?.delete(stroke.range)
    this.#strokes.delete(id)
  }

  #highlight(name: string): Highlight {
    let highlight = this.#highlights.get(name)
    if (!highlight) {
      highlight = new Highlight()
      // Deeper passages lie over those they overlap.
      highlight.priority = Number(name.at(-1))
      CSS.highlights.set(name, highlight)
      this.#highlights.set(name, highlight)
    }
    return highlight
  }
}
