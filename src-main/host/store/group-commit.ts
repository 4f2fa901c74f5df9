import { stat } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import type { Patch } from '#domain/document/patch'
import type { About } from '#domain/document/project'
import { fileStamp, reasonOf, refuseReadOnly } from '../files/durable-file'
import type { Journal } from '../journal/journal'
import type { SnapshotScheduler } from '../snapshot/snapshot-scheduler'
import { requireFileStamp } from './require-file'
import type { OtherVersions } from './other-versions'
import type { SerialQueue } from './serial-queue'

export interface Accepted {
  readonly revision: number
  readonly modified: string
  /** A copy of another program's file of which the page may not have been told; null if there is none. */
  readonly setAside: string | null
  /** What cannot be written at the moment, though changes are saved, as sentences for the user; null if nothing. */
  readonly problem: string | null
}

/** A patch that is applied but not yet on the disk. */
export interface AppliedPatch {
  readonly json: string
  readonly patch: Patch
  readonly undo: Patch
  readonly before: About
  readonly after: About
}

/** Who has sent a patch: a page, by its key, and the id that it gave the patch. */
export interface Sent {
  readonly page?: string | undefined
  readonly id?: string | undefined
}

interface Waiting extends AppliedPatch {
  readonly sent: Sent
  done(accepted: Accepted): void
  failed(error: ContractError): void
}

/** Where patches are written to, and how one is reverted that cannot be written. */
interface Surroundings {
  readonly path: string
  readonly journal: Journal
  readonly turns: SerialQueue
  readonly snapshots: () => SnapshotScheduler
  readonly versions: OtherVersions
  /** Throws if another has taken over the project. */
  confirm(): Promise<void>
  revert(undo: Patch, before: About): void
  /** Called in order for each patch that is on the disk. Must not throw. */
  written(patch: AppliedPatch, sent: Sent): void
}

/**
 * Writes applied patches to the journal and answers each when it is on the disk. Patches that arrive during a write are
 * written together, with one sync: a group commit (DeWitt et al. 1984).
 */
export class GroupCommit {
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined

  constructor(private readonly to: Surroundings) {}

  /** Resolves when the patch is on the disk. If that fails, reverts it and throws `not-saved` or `vanished`. */
  add(patch: AppliedPatch, sent: Sent): Promise<Accepted> {
    return new Promise((done, failed) => {
      this.#waiting.push({ ...patch, sent, done, failed })
      this.#writing ??= this.to.turns.run(() => this.write()).finally(() => (this.#writing = undefined))
    })
  }

  /** Waits until no patch is being written. */
  async settle(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  /** Writes the waiting patches, and those that arrive meanwhile, in groups. Called within a turn of the queue. */
  async write(): Promise<void> {
    const { path, journal, snapshots } = this.to
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0)
      try {
        await this.#refuseUnwritable()
        await journal.write(group.map(({ json }) => json))
        // Whoever has taken over in the meantime may have read the journal before these lines were in it.
        const lost = await this.#whyLost()
        if (lost) throw lost
        for (const each of group) this.to.written(each, each.sent)
        void this.#answer(group, snapshots().isAsLeft(await fileStamp(path)))
      } catch (error) {
        const lost = await this.#whyLost()
        this.#takeBack([...group, ...this.#waiting.splice(0)], lost ?? error)
      }
    }
  }

  /** Why nothing more may be written because another has taken over; undefined if that is not known to be so. */
  #whyLost = (): Promise<ContractError | undefined> =>
    this.to.confirm().then(
      () => undefined,
      (error: unknown) => (error instanceof ContractError ? error : undefined),
    )

  /** Throws before anything is written if the file is gone, is a folder or is read-only. */
  async #refuseUnwritable(): Promise<void> {
    const { path, snapshots, confirm } = this.to
    await confirm()
    const isAsLeft = snapshots().isAsLeft(await requireFileStamp(path))
    if (!isAsLeft && (await stat(path)).isDirectory())
      throw Object.assign(new Error('there is a folder with that name'), { code: 'EISDIR' })
    await refuseReadOnly(path)
  }

  /** Answers patches that are on the disk, after a snapshot (which copies the file) if another program changed it. */
  async #answer(group: readonly Waiting[], isAsLeft: boolean): Promise<void> {
    const { versions } = this.to
    const snapshots = this.to.snapshots()
    const snapshot = isAsLeft ? snapshots.schedule() : await snapshots.snapshotNow().catch(() => undefined)
    const toPage = group.some(({ sent }) => sent.page !== undefined)
    const setAside = versions.forAnswer(snapshot?.setAside ?? null, toPage)
    const { problem } = snapshots
    for (const { after, done } of group) {
      const { revision, modified } = after
      done({ revision, modified, setAside, problem })
    }
  }

  #takeBack(waiting: readonly Waiting[], error: unknown): void {
    for (const { undo, before } of [...waiting].reverse()) this.to.revert(undo, before)
    const reason =
      error instanceof ContractError
        ? error
        : new ContractError('not-saved', reasonOf(error), { cause: error })
    for (const { failed } of waiting) failed(reason)
  }
}
