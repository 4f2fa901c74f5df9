import type { Socket } from 'node:net'

/** Milliseconds. A browser sends its request, with the key, as soon as it is connected. */
const SOON = 1000

/**
 * The sockets on which nobody has shown the key. Any user of the machine can open some, and open others as soon as they are
 * closed. Each is left alone for a second, in which a page shows the key; only a flood of hundreds in that second closes
 * the first of them. Of those that are older, few stay: the oldest is closed for the next.
 */
export class Strangers {
  readonly #new = new Map<Socket, NodeJS.Timeout>()
  readonly #old = new Set<Socket>()

  /**
   * @param mostOld the most sockets that are older than a second
   * @param mostNew the most that are not, so that they take limited memory
   */
  constructor(
    private readonly mostOld: number,
    private readonly mostNew: number,
  ) {}

  add(socket: Socket): void {
    const ages = setTimeout(() => {
      this.#new.delete(socket)
      this.#old.add(socket)
      if (this.#old.size > this.mostOld) this.#closeFirst(this.#old)
    }, SOON)
    this.#new.set(socket, ages)
    socket.once('close', () => this.remove(socket))
    if (this.#new.size > this.mostNew) this.#closeFirst(this.#new)
  }

  /** The key was shown on this socket, or it is closed. */
  remove(socket: Socket): void {
    clearTimeout(this.#new.get(socket))
    this.#new.delete(socket)
    this.#old.delete(socket)
  }

  #closeFirst(sockets: Pick<Map<Socket, unknown>, 'keys'>): void {
    const [first] = sockets.keys()
    if (!first) return
    // Its event comes later.
    this.remove(first)
    first.destroy()
  }
}
