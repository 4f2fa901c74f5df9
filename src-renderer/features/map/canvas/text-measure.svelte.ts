import type { Measure, TextStyle } from '#domain/canvas/wrap-text'

const CACHE_LIMIT = 50_000

/** Widths of text as this page sets it. Reading `measure` anew after `version` moved gives widths in the loaded typeface. */
class Typeface {
  version = $state(0)
  #canvas = document.createElement('canvas').getContext('2d')!
  #widths = new Map<string, number>()

  constructor() {
    // Until the typeface is there, text is measured in another one; once more of it has come, all is measured anew.
    document.fonts.addEventListener('loadingdone', () => {
      this.#widths.clear()
      // Another function each time: who keeps what was laid out with one knows by it whether it still holds.
      this.measure = (text, style) => this.#width(text, style)
      this.version++
    })
    void document.fonts.load('400 14px Inter')
    void document.fonts.load('600 14px Inter')
  }

  measure: Measure = (text, style) => this.#width(text, style)

  #width(text: string, { size, weight }: TextStyle): number {
    const key = `${weight} ${size} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    if (this.#widths.size > CACHE_LIMIT) this.#widths.clear()
    this.#canvas.font = `${weight} ${size}px Inter, 'Helvetica Neue', Arial, sans-serif`
    const { width } = this.#canvas.measureText(text)
    this.#widths.set(key, width)
    return width
  }
}

export const typeface = new Typeface()
