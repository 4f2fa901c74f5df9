import type { Measure, TextStyle } from '#domain/canvas/wrap-text'

const CACHE_LIMIT = 50_000

/**
 * Measures text in the page's typeface. `version` increases when more of the typeface has loaded; read `measure`
 * again then.
 */
class Typeface {
  version = $state(0)
  #canvas = document.createElement('canvas').getContext('2d')!
  #widths = new Map<string, number>()

  constructor() {
    // Until the typeface has loaded, text is measured in another one. Measure everything again when more of it
    // arrives.
    document.fonts.addEventListener('loadingdone', () => {
      this.#widths.clear()
      // A new function, so that a cache keyed by it is no longer used.
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
