import { mkdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ContractError } from '#api/errors'
import { CheckedProject } from '#domain/document/checked-project'
import type { Patch } from '#domain/document/patch'
import type { About, Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { fileStamp, reasonOf, reasonUnread, refuseReadOnly } from '../files/durable-file'
import { GenerationStore } from '../history/version-history'
import type { Journal } from '../journal/journal'
import { prepareNewProject, prepareProject, type PreparedProject } from './prepare-project'
import { PROJECT_LIMIT, decodeUtf8 } from './decode-project'
import { lockProject, type ProjectLock } from './project-lock'
import { SnapshotScheduler } from '../snapshot/snapshot-scheduler'
import { SerialQueue } from './serial-queue'
import { requireFileStamp } from './require-file'

export interface Accepted {
  readonly revision: number
  readonly modified: string
  /** The copy of another program's file, if there was one. */
  readonly setAside: string | null
}

/** A patch that is applied but not yet on the disk. */
interface Waiting {
  readonly json: string
  readonly undo: Patch
  readonly before: About
  readonly after: About
  done(accepted: Accepted): void
  failed(error: ContractError): void
}

/**
 * An open project and the only writer of its file. A patch is answered when it is in the journal beside the file. The
 * file itself is rewritten from time to time in a thread; then the journal is shortened or removed.
 */
export class ProjectStore {
  readonly #checked: CheckedProject
  readonly #journal: Journal
  readonly #turns = new SerialQueue()
  readonly #snapshots: SnapshotScheduler
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  #closed = false
  /** An upper bound of the file's length in UTF-16 code units. */
  #length: number
  /** The project's text, cached until the next change. It can be large. */
  #document: { readonly revision: number; readonly text: string } | undefined
  /** The last accepted patch. Pending ones are in `#underWay`, by the ids that the sender gave them. */
  #last: { readonly id: string; readonly answer: Accepted } | undefined
  readonly #asides = new Set<string>()
  readonly #underWay = new Map<string, Promise<Accepted>>()
  /** Messages for the user about the file's state when it was opened. */
  readonly told: readonly string[]
  /** The copy of another program's file, if the journal had changes as well. */
  readonly theirs: string | null

  private constructor(
    readonly path: string,
    ready: PreparedProject,
    private readonly lock: ProjectLock,
    history: GenerationStore | undefined,
  ) {
    const { project, document, journal, told, theirs } = ready
    this.#journal = journal
    this.#checked = new CheckedProject(project)
    this.#length = document.length
    this.#document = { revision: project.about.revision, text: document }
    if (theirs !== null) this.#asides.add(theirs)
    this.told = told
    this.theirs = theirs
    this.#snapshots = new SnapshotScheduler(path, ready, history, this.#turns, {
      settled: () => this.#write(),
      text: () => this.document,
      written: (length) => (this.#length = length),
    })
  }

  /**
   * Opens an existing file. Throws `not-found`, `locked`, `not-a-project`, `newer-version`, `too-large` or `unreadable`.
   * @param dataFolder the folder with the projects' histories; without it no history is kept
   */
  static async open(path: string, dataFolder?: string): Promise<ProjectStore> {
    const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES')
        throw new ContractError('unreadable', `The file could not be read: ${reasonUnread(error)}.`)
      throw new ContractError(
        'not-found',
        `There is no file “${basename(path)}” any more. It may have been moved or renamed.`,
      )
    })
    return ProjectStore.#locked(real, dataFolder, (history) => prepareProject(real, history))
  }

  /** Creates a new file with this project. Throws `not-saved` if the file exists. */
  static async create(path: string, project: Project, dataFolder?: string): Promise<ProjectStore> {
    const real = join(await realpath(dirname(path)), basename(path))
    return ProjectStore.#locked(real, dataFolder, (history) => prepareNewProject(real, project, history))
  }

  static async #locked(
    path: string,
    dataFolder: string | undefined,
    ready: (history: GenerationStore | undefined) => Promise<PreparedProject>,
  ): Promise<ProjectStore> {
    const lock = await lockProject(path)
    try {
      const history = dataFolder === undefined ? undefined : GenerationStore.of(dataFolder, path)
      return new ProjectStore(path, await ready(history), lock, history)
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  /** The text of a copy that was set aside for this project. Throws `not-found` for any other file. */
  async aside(path: string): Promise<string> {
    const gone = () =>
      new ContractError('not-found', `There is no file “${basename(path)}” that was kept aside.`)
    if (!this.#asides.has(path)) throw gone()
    return decodeUtf8(await readFile(path).catch(() => Promise.reject(gone())))
  }

  /** The current project. Copies its tables. */
  get project(): Project {
    return this.#checked.project()
  }

  /** The text of the current project: the content of the file, now or after the next write. Serialises all of it. */
  get document(): string {
    const { revision } = this.#checked.about
    if (this.#document?.revision !== revision)
      this.#document = { revision, text: save(this.#checked.project()) }
    return this.#document.text
  }

  /**
   * Applies a patch to this revision and resolves when the patch is on the disk. If that fails, the project is unchanged
   * and the same patch may be sent again. Throws `conflict`, `bad-request`, `too-large`, `not-saved` or `vanished`.
   * @param id the sender's id for this patch: the last accepted patch is not applied twice but answered again
   */
  async patch(revision: number, patch: Patch, id?: string): Promise<Accepted> {
    if (id === undefined) return this.#accept(revision, patch)
    if (this.#last?.id === id) return this.#last.answer
    const underWay = this.#underWay.get(id)
    if (underWay) return underWay
    const coming = this.#accept(revision, patch)
    this.#underWay.set(id, coming)
    try {
      const answer = await coming
      this.#last = { id, answer }
      return answer
    } finally {
      this.#underWay.delete(id)
    }
  }

  #accept(revision: number, patch: Patch): Promise<Accepted> {
    const before = this.#checked.about
    if (this.#closed)
      throw new ContractError('not-found', 'The project is not open here any more. Open it again.')
    if (before.revision !== revision) {
      throw new ContractError(
        'conflict',
        'The project was changed in another window meanwhile. This change was not saved.',
      )
    }
    const moved = { revision: revision + 1, modified: new Date().toISOString() }
    const json = JSON.stringify({ ...moved, patch })
    const accepted = this.#checked.accept(patch, moved)
    if ('conflict' in accepted)
      throw new ContractError('conflict', `This change was not saved: ${accepted.conflict}.`)
    if ('broken' in accepted)
      throw new ContractError(
        'bad-request',
        `The change was refused: ${accepted.broken}. Nothing was changed.`,
      )
    const { undo } = accepted
    const length = this.#lengthWith(json)
    if (length > PROJECT_LIMIT) {
      this.#checked.revert(undo, before)
      throw new ContractError(
        'too-large',
        'The change was refused: the project would be too large to be saved.',
      )
    }
    this.#length = length
    this.#document = undefined
    return new Promise((done, failed) => {
      this.#waiting.push({ json, undo, before, after: this.#checked.about, done, failed })
      this.#writing ??= this.#turns.run(() => this.#write()).finally(() => (this.#writing = undefined))
    })
  }

  /** An upper bound of the file's length after a patch, or the exact length if the bound exceeds the limit. */
  #lengthWith(json: string): number {
    // A record is in the patch twice, and indenting it in the file adds only a few lines.
    const bound = this.#length + 2 * json.length
    if (bound <= PROJECT_LIMIT) return bound
    try {
      return save(this.#checked.project()).length
    } catch (error) {
      // The text is longer than the longest string.
      if (error instanceof RangeError) return Infinity
      throw error
    }
  }

  /** Writes the waiting patches, and those that arrive meanwhile, in groups. */
  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0)
      try {
        await this.#refuseUnwritable()
        await this.#journal.write(group.map(({ json }) => json))
        void this.#answer(group, this.#snapshots.isAsLeft(await fileStamp(this.path)))
      } catch (error) {
        this.#takeBack([...group, ...this.#waiting.splice(0)], error)
      }
    }
  }

  /** Throws before anything is written if the file is gone, is a folder or is read-only. */
  async #refuseUnwritable(): Promise<void> {
    const isAsLeft = this.#snapshots.isAsLeft(await requireFileStamp(this.path))
    if (!isAsLeft && (await stat(this.path)).isDirectory())
      throw Object.assign(new Error('there is a folder of that name'), { code: 'EISDIR' })
    await refuseReadOnly(this.path)
  }

  /** Answers patches that are on the disk, after a snapshot (which copies the file) if another program changed it. */
  async #answer(group: readonly Waiting[], asItWas: boolean): Promise<void> {
    const snapshot = asItWas ? this.#snapshots.later() : await this.#snapshots.now().catch(() => undefined)
    if (snapshot?.setAside) this.#asides.add(snapshot.setAside)
    for (const { after, done } of group)
      done({ revision: after.revision, modified: after.modified, setAside: snapshot?.setAside ?? null })
  }

  #takeBack(waiting: readonly Waiting[], error: unknown): void {
    for (const { undo, before } of [...waiting].reverse()) this.#checked.revert(undo, before)
    const reason =
      error instanceof ContractError
        ? error
        : new ContractError('not-saved', reasonOf(error), { cause: error })
    for (const { failed } of waiting) failed(reason)
  }

  /** Why the file cannot be written at present, in a sentence; null if it can be. */
  async unwritable(): Promise<string | null> {
    try {
      await refuseReadOnly(this.path)
      await refuseReadOnly(dirname(this.path))
      return null
    } catch (error) {
      const reason = `The project’s file cannot be written: ${reasonOf(error)}.`
      return `${reason} You can work on it here; to keep what you do, save a copy elsewhere.`
    }
  }

  /** Throws `vanished` when the file is no longer there. */
  async look(): Promise<void> {
    await requireFileStamp(this.path)
  }

  /** Writes the whole project if its file or folder is gone. Throws `not-saved`. */
  async saveAgain(): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true })
      await this.#snapshots.again()
    } catch (error) {
      const reason = `The project could not be saved there again: ${reasonOf(error)}.`
      throw new ContractError('not-saved', `${reason} All of it is still here; save a copy elsewhere.`, {
        cause: error,
      })
    }
  }

  /** Waits for pending work, writes the file if possible, and releases the lock. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#writing
    await this.#snapshots.close()
    await this.#journal.close()
    await this.lock.release()
  }
}
