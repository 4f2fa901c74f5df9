/**
 * The work for one passage, and for all passages of a project while it is opened. Comparing so many units takes up to half a
 * second.
 */
const MOST = 100_000_000

/** UTF-16 units. V8 searches for so few in time that is linear in the text, whatever the text. */
const PROBE = 6

/**
 * A limit of the work of searching texts, counted in compared UTF-16 units: unlike a time, it gives the same result on
 * every machine.
 */
export class Effort {
  #left: number

  constructor(most: number = MOST) {
    this.#left = most
  }

  get isSpent(): boolean {
    return this.#left < 0
  }

  spend(steps: number): void {
    this.#left -= steps
  }

  /** The first place of the words in the text, not before `from`; -1 if there is none or the effort is spent. */
  indexOf(text: string, words: string, from = 0): number {
    const probe = words.slice(0, PROBE)
    let at = from
    while (!this.isSpent) {
      const next = text.indexOf(probe, at)
      this.spend((next < 0 ? text.length : next) - at)
      if (next < 0) return -1
      this.spend(words.length)
      if (text.startsWith(words, next)) return next
      at = next + 1
    }
    return -1
  }
}
