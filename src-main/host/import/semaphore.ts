/** So many may run at once; the others wait for their turn. */
export class Semaphore {
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(private readonly count: number) {}

  /** A place of one's own: `come` is there when one is free, `leave` gives it up, had or not. */
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
