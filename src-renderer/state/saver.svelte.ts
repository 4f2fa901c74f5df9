import { ContractError } from '#api/errors'
import { squash, type Patch } from '#domain/patch'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: string }
  /** The file is ahead of this window: nothing more can be saved here until it is read again. */
  | { readonly kind: 'stuck'; readonly reason: string }

/** Milliseconds until a save that failed is tried again. */
const RETRY_AFTER = 1500

/**
 * Hands patches to the host in order, one request at a time; what comes in meanwhile goes as one patch. A patch leaves
 * the queue only when the host says it is on disk, so that a full disk costs nothing but time.
 */
export class Saver {
  state = $state.raw<SaveState>({ kind: 'saved' })
  #waiting: Patch[] = []
  #running: Promise<void> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined

  /** @param send hands one patch to the host; rejects with a `ContractError` when it is not on disk */
  constructor(private readonly send: (patch: Patch) => Promise<void>) {}

  add(patch: Patch): void {
    this.#waiting.push(patch)
    if (this.state.kind === 'saved') this.state = { kind: 'saving' }
    this.#run()
  }

  /** Tries to save everything now. True when it is saved. */
  async flush(): Promise<boolean> {
    this.#run()
    await this.#running
    return this.state.kind === 'saved'
  }

  #run(): void {
    if (this.state.kind === 'stuck') return
    clearTimeout(this.#retry)
    this.#running ??= this.#drain().finally(() => (this.#running = undefined))
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const count = this.#waiting.length
      const patch = squash(this.#waiting)
      try {
        if (patch.length > 0) await this.send(patch)
        this.#waiting.splice(0, count)
      } catch (error) {
        this.#failed(error)
        return
      }
    }
    this.state = { kind: 'saved' }
  }

  #failed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    const final =
      error instanceof ContractError && ['conflict', 'bad-request', 'not-found'].includes(error.code)
    this.state = final ? { kind: 'stuck', reason } : { kind: 'not-saved', reason }
    if (!final) this.#retry = setTimeout(() => this.#run(), RETRY_AFTER)
  }

  /** Ends the retries. What waits is lost to this saver. */
  stop(): void {
    clearTimeout(this.#retry)
    this.#waiting = []
  }
}
