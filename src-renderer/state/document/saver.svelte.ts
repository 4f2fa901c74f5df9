import { ContractError } from '#api/errors'
import { squash, type Patch } from '#domain/document/patch'
import { REQUEST_LIMIT } from './send-patch'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: string }
  /** There is no file any more where it was: the user says whether one is to be made there again. */
  | { readonly kind: 'vanished'; readonly reason: string }
  /** The file is ahead of this window: nothing more can be saved here until it is read again. */
  | { readonly kind: 'stuck'; readonly reason: string }

/** Milliseconds until a save that failed is tried again. */
const RETRY_AFTER = 1500

/** What is under way: asked again under the same id until it is answered, so that a lost answer loses nothing. */
interface Parcel {
  readonly id: string
  readonly patch: Patch
  /** How many of the waiting patches it holds. */
  readonly count: number
}

/**
 * Hands patches to the host in order, one request at a time; what comes in meanwhile goes as one patch. A patch leaves
 * the queue only when the host says it is on disk, so that a full disk costs nothing but time.
 */
export class Saver {
  state = $state.raw<SaveState>({ kind: 'saved' })
  #waiting: Patch[] = []
  #parcel: Parcel | undefined
  #running: Promise<void> | undefined
  #soon: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined

  /**
   * @param send hands one patch to the host; rejects with a `ContractError` when it is not on disk
   * @param look asks the host for the project's file; rejects with a `ContractError` when it is not there
   */
  constructor(
    private readonly send: (id: string, patch: Patch) => Promise<void>,
    private readonly look: () => Promise<void>,
  ) {}

  /** Sent once what the user did is dealt with, and mostly shown: all that it changed goes together. */
  add(patch: Patch): void {
    this.#waiting.push(patch)
    if (this.state.kind === 'saved') this.state = { kind: 'saving' }
    this.#soon ??= setTimeout(() => this.#run())
  }

  /** Tries to save everything now, and looks whether the file is there. True when it is, with everything in it. */
  async flush(): Promise<boolean> {
    this.#run(true)
    await this.#running
    return this.state.kind === 'saved'
  }

  /** Ends the retries. What waits is lost to this saver. */
  stop(): void {
    clearTimeout(this.#soon)
    clearTimeout(this.#retry)
    this.#waiting = []
  }

  #run(look = false): void {
    clearTimeout(this.#soon)
    this.#soon = undefined
    if (this.state.kind === 'stuck') return
    clearTimeout(this.#retry)
    this.#running ??= this.#drain(look).finally(() => {
      this.#running = undefined
      // What came in at the very last moment found the queue running, and nobody else will send it.
      if (this.#waiting.length > 0 && this.state.kind === 'saving') this.#run()
    })
  }

  async #drain(look: boolean): Promise<void> {
    // Where nothing waits, what had failed was looking.
    let unseen = look || this.state.kind === 'vanished' || this.state.kind === 'not-saved'
    try {
      while (unseen || this.#waiting.length > 0) {
        if (this.#waiting.length > 0) await this.#sendNext()
        else await this.look()
        // What was saved has found the file there.
        unseen = false
      }
      this.state = { kind: 'saved' }
    } catch (error) {
      this.#failed(error)
    }
  }

  async #sendNext(): Promise<void> {
    this.#parcel ??= this.#nextParcel()
    const { id, patch, count } = this.#parcel
    if (patch.length > 0) await this.send(id, patch)
    this.#waiting.splice(0, count)
    this.#parcel = undefined
  }

  #nextParcel(): Parcel {
    const id = crypto.randomUUID()
    for (let count = this.#waiting.length; ; count = Math.ceil(count / 2)) {
      const patch = squash(this.#waiting.slice(0, count))
      if (count === 1 || JSON.stringify(patch).length <= REQUEST_LIMIT) return { id, patch, count }
    }
  }

  #failed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    const code = error instanceof ContractError ? error.code : undefined
    const final = code !== undefined && FINAL.includes(code)
    this.state = { kind: final ? 'stuck' : code === 'vanished' ? 'vanished' : 'not-saved', reason }
    if (!final) this.#retry = setTimeout(() => this.#run(), RETRY_AFTER)
  }
}

/** Trying again would give the same answer. */
const FINAL: readonly string[] = ['conflict', 'bad-request', 'not-found', 'too-large']
