import type { Socket } from 'node:net'

/**
 * The sockets on which nobody has shown the key. Any user of the machine can open some. There are few of them: a new one
 * closes the oldest that has sent nothing, so that the page always finds a place.
 */
export class Strangers {
  readonly #sockets = new Set<Socket>()

  constructor(private readonly most: number) {}

  add(socket: Socket): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    if (this.#sockets.size <= this.most) return
    const [oldest] = this.#sockets
    const idle = [...this.#sockets].find((each) => each.bytesRead === 0)
    ;(idle ?? oldest)?.destroy()
  }

  /** The key was shown on this socket. */
  remove(socket: Socket): void {
    this.#sockets.delete(socket)
  }
}
