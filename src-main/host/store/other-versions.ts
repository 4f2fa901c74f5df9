import type { GenerationStore } from '../history/version-history'

/** Where copies of other programs' versions are told. */
interface Listeners {
  /** Tells the pages that have the project open. Returns false if none was told. */
  tell(path: string): boolean
}

/**
 * The copies of other programs' versions of an open project's file. Each is told to a page, at once or with the answer to
 * its next change; until then it is in the history as untold, so that it is told at the next opening.
 */
export class OtherVersions {
  readonly #known = new Set<string>()
  readonly #answered = new Set<string>()
  #untold: readonly string[]

  /** @param untold those of which no user has been told yet, oldest first */
  constructor(
    untold: readonly string[],
    private readonly history: GenerationStore | undefined,
    private readonly listeners: Listeners,
  ) {
    this.#untold = untold
    for (const path of untold) this.#known.add(path)
  }

  /** Whether it is a copy of this project's file. */
  has = (path: string): boolean => this.#known.has(path)

  /** Those of which no user has been told yet, oldest first. */
  get untold(): readonly string[] {
    return this.#untold
  }

  /** Notes a copy. A snapshot that is repeated names the same one again. */
  add(path: string): void {
    if (this.#known.has(path)) return
    this.#known.add(path)
    this.#untold = [...this.#untold, path]
    if (this.listeners.tell(path)) this.#toldOf(path)
  }

  /**
   * The copy to name in an answer: the one that was just made, or one of which nobody has been told. Each is named once.
   * @param toPage whether the answer goes to a page. The command line says it itself, and the screen says it again
   */
  forAnswer(made: string | null, toPage: boolean): string | null {
    const path = made ?? this.#untold.find((each) => !this.#answered.has(each)) ?? null
    if (path === null) return null
    this.#answered.add(path)
    if (toPage) this.#toldOf(path)
    return path
  }

  /** A page has been told of a copy. */
  #toldOf(path: string): void {
    this.#untold = this.#untold.filter((each) => each !== path)
    const without = (paths: readonly string[]) => paths.filter((each) => each !== path)
    void this.history
      ?.updateUntold(({ messages, versions }) => ({ messages, versions: without(versions) }))
      .catch(() => undefined)
  }

  /** A page has been told of all copies. */
  allTold(): void {
    this.#untold = []
  }
}
