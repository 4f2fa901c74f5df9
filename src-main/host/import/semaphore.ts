/** Lets at most `count` tasks run at once; the others wait in order. */
export class Semaphore {
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(private readonly count: number) {}

  /**
   * Asks for a slot. `come` resolves when one is free; `leave` returns the slot, or withdraws the request if it still
   * waits.
   */
  take(): { come: Promise<void>; leave: () => void } {
    let start: () => void = () => undefined
    const come = new Promise<void>((resolve) => (start = resolve))
    if (this.#taken < this.count) {
      this.#taken += 1
      start()
    } else this.#waiting.push(start)
    const leave = () => {
      const place = this.#waiting.indexOf(start)
      if (place >= 0) this.#waiting.splice(place, 1)
      else if (this.#waiting.length > 0) this.#waiting.shift()?.()
      else this.#taken -= 1
    }
    return { come, leave }
  }
}
