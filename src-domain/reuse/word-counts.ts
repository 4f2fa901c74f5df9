/** Two words in the same slot count as one, which can only make them seem more frequent than they are. */
const SLOT_BITS = 18

/** In how many articles each word is. Articles are words as in `Words`. */
export class WordCounts {
  readonly #counts = new Uint32Array(2 ** SLOT_BITS)
  /** The number of the article in which the words of a slot were last counted. */
  readonly #last = new Uint32Array(2 ** SLOT_BITS)
  #number = 0

  add(words: Int32Array): void {
    this.#count(words, 1)
  }

  /** Takes out an article that was added. */
  remove(words: Int32Array): void {
    this.#count(words, -1)
  }

  /** The number of articles with a word, or a little more. */
  of = (word: number): number => this.#counts[slotOf(word)]!

  #count(words: Int32Array, by: 1 | -1): void {
    this.#number++
    for (let at = 0; at < words.length; at++) {
      const slot = slotOf(words[at]!)
      if (this.#last[slot] === this.#number) continue
      this.#last[slot] = this.#number
      this.#counts[slot]! += by
    }
  }
}

const slotOf = (word: number): number => Math.imul(word >> 1, 0x9e3779b1) >>> (32 - SLOT_BITS)
