/** Counts code points up to a UTF-16 offset, and the other way, in one text. */
export class CodePoints {
  readonly #units: number[] = []

  constructor(text: string) {
    let at = 0
    for (const character of text) {
      this.#units.push(at)
      at += character.length
    }
    this.#units.push(at)
  }

  /** The UTF-16 offset of a code point; that of the end for a larger number, 0 for a negative one. */
  toUnits(point: number): number {
    const last = this.#units.length - 1
    return this.#units[Math.max(0, Math.min(last, Math.trunc(point) || 0))]!
  }

  /** The number of code points before a UTF-16 offset. */
  toPoints(unit: number): number {
    let [low, high] = [0, this.#units.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#units[middle]! < unit) low = middle + 1
      else high = middle
    }
    return low
  }
}

/**
 * Where words stand in a text: at one of the offsets where the file may mean them, else where they occur, nearest to the
 * first of those offsets. Undefined if they do not occur.
 * @param hints UTF-16 offsets
 */
export function placeOf(text: string, words: string, hints: readonly number[]): number | undefined {
  if (words === '') return undefined
  for (const hint of hints) if (text.startsWith(words, hint)) return hint
  const [near = 0] = hints
  let best: number | undefined
  let tried = 0
  for (let at = text.indexOf(words); at >= 0 && tried < 10_000; at = text.indexOf(words, at + 1), tried++) {
    if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at
  }
  return best
}
