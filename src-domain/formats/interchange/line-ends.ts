/** A text with line feeds alone, and where offsets of the text before are in it. */
export class LineFeeds {
  readonly text: string
  readonly #pairs: number[] = []

  /** @param raw the text as it came; a byte order mark is taken off */
  constructor(raw: string) {
    const body = raw.replace(/^\uFEFF/, '')
    for (let at = body.indexOf('\r\n'); at >= 0; at = body.indexOf('\r\n', at + 2)) this.#pairs.push(at)
    this.text = body.replace(/\r\n?/g, '\n')
  }

  /** The place in `text` of an offset into the text as it came, without its mark. UTF-16 units. */
  at(offset: number): number {
    let [low, high] = [0, this.#pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#pairs[middle]! < offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, Math.min(this.text.length, offset - low))
  }
}
