import { ContractError } from '#api/errors'
import { squash, type Patch } from '#domain/document/patch'
import { REQUEST_LIMIT } from './send-patch'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: string }
  /** The file is gone; the user decides whether to create it again. */
  | { readonly kind: 'vanished'; readonly reason: string }
  /**
   * Nothing more can be saved until the file is read again. `isRefused` says whether the host refuses the changes
   * themselves, so that it would refuse them again.
   */
  | { readonly kind: 'stuck'; readonly reason: string; readonly isRefused: boolean }

/** Milliseconds until a failed save is tried again. */
const RETRY_AFTER = 1500

/** A request in progress or unanswered. It is repeated with the same id until it is answered, so that a lost answer loses nothing. */
interface Parcel {
  readonly id: string
  readonly patch: Patch
  /** The number of waiting patches in it. */
  readonly count: number
}

/**
 * Sends patches to the host in order, one request at a time. Patches that arrive during a request are sent as one. A
 * patch leaves the queue only when the host says that it is on the disk, so a full disk only delays saving.
 */
export class Saver {
  state = $state.raw<SaveState>({ kind: 'saved' })
  /** Called when the host no longer has the project open for this window. */
  onReleased: () => void = () => undefined
  #waiting: Patch[] = []
  #parcel: Parcel | undefined
  #running: Promise<void> | undefined
  /** Whether other windows have made changes that are to be taken in before anything else is sent. */
  #behind = false
  #soon: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined

  /**
   * @param send sends one patch to the host; rejects with a `ContractError` if it is not on the disk
   * @param look checks the project's file; rejects with a `ContractError` if it is gone
   * @param catchUp takes in the changes of other windows, and replaces the waiting patches by those that still apply.
   * False if there were no changes
   */
  constructor(
    private readonly send: (id: string, patch: Patch) => Promise<void>,
    private readonly look: () => Promise<void>,
    private readonly catchUp: () => Promise<boolean>,
  ) {}

  /** The patches that are not known to be on the disk, oldest first. */
  get waiting(): readonly Patch[] {
    return this.#waiting
  }

  /** How many of the waiting patches are in the parcel with this id: 0 if it is not under way. */
  sentAs(id: string | null): number {
    return this.#parcel?.id === id ? this.#parcel.count : 0
  }

  /** Replaces the waiting patches, while the changes of other windows are taken in. */
  replace(waiting: readonly Patch[]): void {
    this.#waiting = [...waiting]
    this.#parcel = undefined
  }

  /** Takes in the changes of other windows, before anything else is sent. */
  hear(): void {
    this.#behind = true
    this.#run()
  }

  /**
   * Queues a patch. It is sent after the current task, so that the page is painted first and related patches go
   * together.
   */
  add(patch: Patch): void {
    this.#waiting.push(patch)
    if (this.state.kind === 'saved') this.state = { kind: 'saving' }
    this.#soon ??= setTimeout(() => this.#run())
  }

  /** Saves everything now and checks the file. Returns whether the file exists with everything in it. */
  async flush(): Promise<boolean> {
    this.#run(true)
    await this.#running
    return this.state.kind === 'saved'
  }

  /** Stops retrying. Patches that are still waiting are lost to this saver. */
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
      // What arrived at the very end saw the queue running, so see to it now.
      const goesOn = this.state.kind === 'saving' || this.state.kind === 'saved'
      if (goesOn && (this.#behind || this.#waiting.length > 0)) this.#run()
    })
  }

  async #drain(look: boolean): Promise<void> {
    // If no patch waits, the last failure was that of the check.
    let unseen = look || this.state.kind === 'vanished' || this.state.kind === 'not-saved'
    try {
      while (this.#behind || unseen || this.#waiting.length > 0) {
        if (this.#behind) {
          await this.#takeIn()
          continue
        }
        if (this.#waiting.length > 0) await this.#sendNext()
        else await this.look()
        // Saving a patch has also checked the file.
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
    try {
      if (patch.length > 0) await this.send(id, patch)
    } catch (error) {
      const isOutdated = error instanceof ContractError && error.code === 'conflict'
      if (isOutdated && (await this.#takeIn())) return
      throw error
    }
    this.#waiting.splice(0, count)
    this.#parcel = undefined
  }

  async #takeIn(): Promise<boolean> {
    this.#behind = false
    try {
      return await this.catchUp()
    } catch (error) {
      this.#behind = true
      throw error
    }
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
    this.state = final
      ? { kind: 'stuck', reason, isRefused: code === 'bad-request' || code === 'too-large' }
      : { kind: code === 'vanished' ? 'vanished' : 'not-saved', reason }
    if (code === 'not-found') this.onReleased()
    if (!final) this.#retry = setTimeout(() => this.#run(), RETRY_AFTER)
  }
}

/** Errors that a retry would meet again. */
const FINAL: readonly string[] = ['bad-request', 'not-found', 'too-large', 'locked']
