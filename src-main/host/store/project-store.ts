import { mkdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Output } from '#api/endpoints'
import { ContractError } from '#api/errors'
import { CheckedProject } from '#domain/document/checked-project'
import type { Patch } from '#domain/document/patch'
import type { Project } from '#domain/document/project'
import { lineageAfter } from '#domain/merge/lineage'
import { reasonOf } from '../files/durable-file'
import { utf8ToText } from '../files/utf8'
import { recoveryMessage } from '../recovery/recovery-messages'
import { GenerationStore, whyNotKept } from '../history/version-history'
import type { Journal } from '../journal/journal'
import { SnapshotScheduler } from '../snapshot/snapshot-scheduler'
import { applyPatch } from './apply-patch'
import { decodeUtf8 } from './decode-project'
import { ChangeFeed } from './change-feed'
import { GroupCommit, type Accepted, type Sent } from './group-commit'
import { openLocked, realPathOf, whyUnwritable } from './open-locked'
import { prepareNewProject } from './prepare-new-project'
import { prepareProject, type PreparedProject } from './prepare-project'
import { ProjectDocument } from './project-document'
import { OtherVersions } from './other-versions'
import { Race } from './lost-race'
import { MachineLock } from './machine-lock'
import type { ProjectLock } from './project-lock'
import { RepeatedPatches } from './repeated-patches'
import { requireFileStamp } from './require-file'
import { searchFurther } from './search-further'
import { SerialQueue } from './serial-queue'

/**
 * An open project and the only writer of its file. A patch is answered when it is in the journal beside the file. The
 * file itself is rewritten from time to time in a thread; then the journal is shortened or removed.
 */
export class ProjectStore {
  readonly #checked: CheckedProject
  readonly #document: ProjectDocument
  readonly #journal: Journal
  readonly #commit: GroupCommit
  readonly #snapshots: SnapshotScheduler
  readonly #versions: OtherVersions
  readonly #race: Race
  readonly #repeated = new RepeatedPatches()
  #closed = false
  #unwritten: string | null = null
  #isUnsearched: boolean
  /** Tells the pages that have the project open of its changes. */
  readonly feed: ChangeFeed
  /** Messages for the user about the file's state when it was opened. */
  readonly messages: readonly string[]
  /** Whether anything was damaged, missing or left out when it was opened. */
  readonly harmed: boolean
  /** The copy of another program's file that a page was last told of at opening. */
  #offered: string | null = null

  private constructor(
    readonly path: string,
    ready: PreparedProject,
    private readonly lock: ProjectLock,
    private readonly machines: MachineLock | undefined,
    private readonly history: GenerationStore | undefined,
  ) {
    const { project, document, journal, messages } = ready
    const turns = new SerialQueue()
    const checked = new CheckedProject(project)
    this.#checked = checked
    this.feed = new ChangeFeed(project.about.revision)
    this.#journal = journal
    this.#race = new Race({ path, journal, machines, content: () => this.content })
    // Changes in the journal come with it already.
    const isContinued = project.about.lineage?.at(-1)?.sha256 === ready.generation
    const next = isContinued ? project.about.lineage : lineageAfter(project.about, ready.generation)
    this.#document = new ProjectDocument(checked, document, next ?? [])
    // What is put aside on closing is told at the next opening.
    this.#versions = new OtherVersions(ready.otherVersions, history, {
      tell: (copy) => !this.#closed && this.feed.putAside(copy),
    })
    this.#commit = new GroupCommit({
      ...{ path, journal, turns, versions: this.#versions },
      snapshots: () => this.#snapshots,
      confirm: () => this.#race.confirm(),
      revert: (undo, before) => checked.revert(undo, before),
      written: ({ json, patch, after: { revision } }, { page, id }) =>
        this.feed.publish({ revision, patch, id, length: json.length }, page),
    })
    this.messages = messages
    this.harmed = ready.harmed
    this.#isUnsearched = ready.isUnsearched
    this.#snapshots = new SnapshotScheduler(path, ready, history, turns, {
      confirm: () => this.#race.confirm(),
      flush: () => this.#commit.write(),
      text: () => this.document,
      onWritten: (snapshot) => {
        this.#document.written(snapshot)
        if (snapshot.setAside !== null) this.#versions.add(snapshot.setAside)
      },
    })
  }

  /**
   * Opens an existing file. Throws `not-found`, `locked`, `not-a-project`, `newer-version`, `too-large` or `unreadable`.
   * @param dataFolder the folder of Counterpoint's own data; without it no history is kept, and other machines are not told
   * @param takeOver whether the user takes over the lock of another machine
   */
  static async open(path: string, dataFolder?: string, takeOver = false): Promise<ProjectStore> {
    const real = await realPathOf(path)
    return ProjectStore.#locked(real, dataFolder, takeOver, (history) => prepareProject(real, history))
  }

  /**
   * Creates a new file with this project. Throws `not-saved` if the file exists.
   * @param messages for the user, about the file from which the project was read
   */
  static async create(
    path: string,
    project: Project,
    dataFolder?: string,
    messages?: readonly string[],
  ): Promise<ProjectStore> {
    const real = join(await realpath(dirname(path)), basename(path))
    return ProjectStore.#locked(real, dataFolder, false, (history) =>
      prepareNewProject(real, project, history, messages),
    )
  }

  static #locked(
    path: string,
    dataFolder: string | undefined,
    takeOver: boolean,
    prepare: (history: GenerationStore | undefined) => Promise<PreparedProject>,
  ): Promise<ProjectStore> {
    return openLocked(path, async (lock) => {
      const history = dataFolder === undefined ? undefined : GenerationStore.of(dataFolder, path)
      const machines =
        dataFolder === undefined ? undefined : await MachineLock.take(path, dataFolder, takeOver)
      try {
        const ready = await prepare(history)
        await history?.sweep()
        // A history that could not be put aside is that of another project.
        const notKept =
          ready.notKept ?? (await whyNotKept(history?.remember(ready.generation, path, ready.project)))
        return new ProjectStore(path, { ...ready, notKept }, lock, machines, history)
      } catch (error) {
        await machines?.release()
        throw error
      }
    })
  }

  /** The text of a copy that was set aside for this project. Throws `not-found` for any other file. */
  async aside(path: string): Promise<string> {
    const gone = () =>
      new ContractError('not-found', `There is no file “${basename(path)}” beside the project.`)
    if (!this.#versions.has(path)) throw gone()
    return decodeUtf8(await readFile(path).catch(() => Promise.reject(gone())))
  }

  /** The current project. Copies its tables. */
  get project(): Project {
    return this.#checked.project()
  }

  /** The content of the file, now or after the next write. Serialises the whole project. */
  get content(): Buffer {
    return this.#document.content()
  }

  /** The same as text. */
  get document(): string {
    return utf8ToText(this.content)
  }

  /**
   * Applies a patch to this revision and resolves when the patch is on the disk. If that fails, the project is unchanged
   * and the same patch may be sent again. Throws `conflict`, `bad-request`, `too-large`, `not-saved` or `vanished`.
   * @param sent who has sent it: the last accepted patch of a page is not applied twice but answered again
   */
  async patch(revision: number, patch: Patch, sent: Sent = {}): Promise<Accepted> {
    return this.#repeated.once(sent, () => this.#accept(revision, patch, sent))
  }

  #accept(revision: number, patch: Patch, sent: Sent): Promise<Accepted> {
    if (this.#closed) throw new ContractError('not-found', 'The project is no longer open. Open it again.')
    return this.#commit.add(applyPatch(this.#checked, this.#document, revision, patch), sent)
  }

  /**
   * The changes since a revision, or the whole project if they are no longer known or `since` is null.
   * @param page the key of the page that asks
   */
  async changes(since: number | null, page: string): Promise<Output<'project.changes'>> {
    // A patch may have been refused because of one that is not on the disk yet.
    await this.settle()
    const known = since === null ? undefined : this.feed.since(since)
    if (!known)
      return { kind: 'document', document: this.content, accepted: this.#repeated.lastOf(page) ?? null }
    const changes = known.map(({ revision, id = null, patch }) => ({ revision, id, patch: [...patch] }))
    return { kind: 'changes', changes }
  }

  /** Waits until every patch is on the disk or taken back, so that `content` has nothing that may still be taken back. */
  settle = (): Promise<void> => this.#commit.settle()

  /** Why the file cannot be written at present, in a sentence; null if it can be. */
  unwritable = async (): Promise<string | null> =>
    (await whyUnwritable(this.path)) ?? this.#snapshots.fileProblem

  /** Why the file lacks changes although the project is closed, in sentences; null if it has all. */
  get unwritten(): string | null {
    return this.#unwritten
  }

  /** What cannot be written at the moment, though changes are saved, as sentences for the user; null if nothing. */
  get problem(): string | null {
    return this.#snapshots.problem
  }

  /** Resolves when the state in which it was opened has been kept in the history, or could not be. */
  historyBegun = (): Promise<void> => this.#snapshots.begun()

  /** Throws `vanished` when the file is no longer there. */
  async checkFile(): Promise<void> {
    await requireFileStamp(this.path)
  }

  /** Writes the whole project if its file or folder is gone. Throws `not-saved`. */
  async saveAgain(): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true })
      await this.#snapshots.recreate()
    } catch (error) {
      const reason = `The project could not be saved there again: ${reasonOf(error)}.`
      throw new ContractError(
        'not-saved',
        `${reason} The whole project is still here. Save a copy elsewhere.`,
        {
          cause: error,
        },
      )
    }
  }

  /**
   * Searches for the passages for which there was no time at opening, and moves those that it finds. Resolves when all are
   * searched for or the project is closed.
   */
  async searchFurther(): Promise<void> {
    if (!this.#isUnsearched) return
    this.#isUnsearched = false
    await searchFurther({
      isClosed: () => this.#closed,
      project: () => this.project,
      patch: (patch) => this.patch(this.#checked.about.revision, patch),
    })
  }

  /** The copies of other programs' versions of the file of which no user has been told yet, oldest first. */
  get otherVersions(): readonly string[] {
    return this.#versions.untold
  }

  /**
   * A user is told the messages and the other versions: they are not told at the next opening.
   * @returns the messages, and the other version to offer for merging
   */
  async told(): Promise<{ messages: readonly string[]; otherVersion: string | null }> {
    const { untold } = this.#versions
    this.#offered = untold.at(-1) ?? this.#offered
    this.#versions.allTold()
    await this.history?.told().catch(() => undefined)
    const earlier = untold.slice(0, -1).map((path) => recoveryMessage.otherVersion(path))
    return { messages: [...this.messages, ...earlier], otherVersion: this.#offered }
  }

  /** Notes for the next opening that the file could not be written. Its changes are in the journal, or kept beside. */
  async #noteUnwritten(): Promise<void> {
    if (this.#journal.length === 0) return
    const why = this.#snapshots.whyNotWritten
    const unwritten = why === null ? null : recoveryMessage.unwritten(why, basename(this.#journal.path))
    const sentences = (await this.#race.why()) ?? unwritten
    if (sentences === null) return
    this.#unwritten = sentences
    await this.history?.addUntoldMessage(sentences).catch(() => undefined)
  }

  /** Waits for pending work, writes the file if possible, and releases the lock. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#commit.settle()
    await this.#snapshots.close()
    await this.#noteUnwritten()
    await this.#journal.close()
    await this.machines?.release()
    await this.lock.release()
  }
}
