import { basename, dirname } from 'node:path'
import { reasonOf } from '../files/durable-file'
import type { Contents, GenerationStore } from '../history/version-history'
import { JournalNotes } from '../history/noted-journal'
import { encodeMark } from '../journal/journal-format'
import type { Journal } from '../journal/journal'
import type { PreparedProject } from '../store/prepare-project'
import { BaseLost, type Snapshot, type SnapshotJob } from './snapshot'
import { keepAside, snapshotAside } from './snapshot-thread'
import type { SerialQueue } from '../store/serial-queue'

/** Milliseconds. */
const SECOND = 1000
/**
 * A pause in the work triggers a snapshot. It must last this many times as long as the last snapshot took, within
 * limits.
 */
const PAUSE = { times: 10, least: SECOND, most: 60 * SECOND, afterFailure: 5 * SECOND }
/** The number of journal lines, or bytes, that trigger a snapshot without a pause. */
const MOST_LINES = 1000
const MOST_BYTES = 16 * 1024 * 1024

/** Errors that do not pass by themselves. Others are tried again without a word. */
const LASTING = ['EPERM', 'EACCES', 'EROFS', 'ENOSPC', 'EDQUOT']

const whyLasting = (error: unknown): string | null =>
  LASTING.includes((error as NodeJS.ErrnoException).code ?? '') ? reasonOf(error) : null

/** The project in memory, as a snapshot needs it. */
interface Memory {
  /** Throws if another machine has taken over the project. */
  confirm(): Promise<void>
  /** Writes pending changes to the journal. Called within a turn of the queue. */
  flush(): Promise<void>
  /** The text of the whole project. */
  text(): string
  /** The file was written. */
  onWritten(snapshot: Snapshot): void
}

/** A finished snapshot, and the number of journal lines in it. */
interface Written {
  readonly snapshot: Snapshot
  readonly through: number
}

/** Writes the project's file from its journal and then shortens the journal. One snapshot at a time. */
export class SnapshotScheduler {
  #running: Promise<Snapshot> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastDuration = 0
  /** Settles when the opened generation has been kept in the history. */
  #baseKept: Promise<void> | undefined
  readonly #journal: Journal
  readonly #notes: JournalNotes
  #generation: string
  #included: number
  /** What the file has, if it has exactly the project that was open before the lines that are not included. */
  #contents: Contents | undefined
  /** The stamp of the file after the last write, and of the file that is about to replace it. */
  #fileStamp: string
  #upcomingStamp: string | undefined
  /** Why the history could not be opened or last written, as part of a sentence; null if it could. */
  #notKept: string | null
  /** Why the file could not be written, as part of a sentence, if that does not pass by itself; else null. */
  #notWritten: string | null = null
  /** Whether the last snapshot succeeded. */
  #lastSucceeded = true

  constructor(
    private readonly path: string,
    ready: Pick<
      PreparedProject,
      'journal' | 'generation' | 'included' | 'fileStamp' | 'notKept' | 'contents'
    >,
    private readonly history: GenerationStore | undefined,
    private readonly queue: SerialQueue,
    private readonly memory: Memory,
  ) {
    this.#journal = ready.journal
    this.#notes = new JournalNotes(history?.folder ?? null, () => this.#journal.extent)
    this.#notes.changed()
    this.#generation = ready.generation
    this.#included = ready.included
    this.#contents = ready.contents
    this.#fileStamp = ready.fileStamp
    this.#notKept = ready.notKept
    if (ready.notKept === null) this.#keepBase()
    if (this.#journal.length > 0) this.schedule()
  }

  /** Resolves when the opened generation has been kept in the history, or could not be. */
  begun = async (): Promise<void> => this.#baseKept

  /** Why the file could not be written, as part of a sentence; null if it could, or will be by itself. */
  get whyNotWritten(): string | null {
    return this.#notWritten
  }

  /** What cannot be written at the moment, though changes are saved, as sentences for the user; null if nothing. */
  get problem(): string | null {
    return this.fileProblem ?? this.#historyProblem
  }

  /** Why the file cannot be written at the moment, as sentences for the user; null if it can. */
  get fileProblem(): string | null {
    if (this.#notWritten === null) return null
    return [
      `Your changes are saved in “${basename(this.#journal.path)}”, but the project’s file beside it cannot be written: ${this.#notWritten}.`,
      'Counterpoint tries again. To have all in one file until then, save a copy elsewhere.',
    ].join(' ')
  }

  get #historyProblem(): string | null {
    if (this.#notKept === null || !this.history) return null
    return [
      `Your work is saved, but the history of this project cannot be written: ${this.#notKept}.`,
      `It is written again once Counterpoint can write to the folder “${dirname(this.history.folder)}”.`,
    ].join(' ')
  }

  /** Whether the file is as this process left it. */
  isAsLeft = (fileStamp: string | undefined): boolean =>
    fileStamp === this.#fileStamp || (fileStamp !== undefined && fileStamp === this.#upcomingStamp)

  /** Schedules a snapshot for the next pause, or makes it at once if the journal is long. */
  schedule(): undefined {
    this.#notes.changed()
    const { length, size } = this.#journal
    const isLong = length >= MOST_LINES || size >= MOST_BYTES
    if (isLong && this.#lastSucceeded && !this.#running) void this.snapshotNow().catch(() => undefined)
    else this.#setTimer()
  }

  /** Makes a snapshot after the current one. If it fails, another is scheduled. */
  async snapshotNow(): Promise<Snapshot> {
    await this.#running?.catch(() => undefined)
    this.#running ??= this.#snapshot().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Writes the whole project, even if its file is gone. */
  async recreate(): Promise<void> {
    await this.#running?.catch(() => undefined)
    this.#running ??= this.#snapshot(() => this.#writeFromMemory({ again: true })).finally(
      () => (this.#running = undefined),
    )
    await this.#running
  }

  /** Makes a last snapshot if the journal has changes. If it fails, the journal stays. */
  async close(): Promise<void> {
    await this.#baseKept
    await this.#running?.catch(() => undefined)
    if (this.#journal.length > 0) await this.snapshotNow().catch(() => undefined)
    clearTimeout(this.#timer)
    await this.#notes.close()
  }

  #setTimer(): void {
    clearTimeout(this.#timer)
    const least = this.#lastSucceeded ? PAUSE.least : PAUSE.afterFailure
    const pause = Math.min(PAUSE.most, Math.max(least, PAUSE.times * this.#lastDuration))
    this.#timer = setTimeout(() => void this.snapshotNow().catch(() => undefined), pause).unref()
  }

  async #snapshot(write = () => this.#writeFromDisk()): Promise<Snapshot> {
    clearTimeout(this.#timer)
    try {
      await this.memory.confirm()
      const snapshot = await this.#replaceFile(write)
      this.#lastSucceeded = true
      this.#notWritten = null
      if (this.#journal.length > 0) this.#setTimer()
      return snapshot
    } catch (error) {
      this.#lastSucceeded = false
      this.#notWritten = whyLasting(error)
      this.#setTimer()
      throw error
    }
  }

  async #replaceFile(write: () => Promise<Written>): Promise<Snapshot> {
    const began = performance.now()
    const { snapshot, through } = await write()
    this.#generation = snapshot.generation
    this.#contents = snapshot.contents
    this.#fileStamp = snapshot.fileStamp
    this.#included = through
    this.#notKept = snapshot.notKept
    this.memory.onWritten(snapshot)
    this.#lastDuration = performance.now() - began
    await this.queue.run(async () => {
      await this.#journal.extend(snapshot.generation, through)
      this.#included = 0
    })
    this.#notes.changed()
    return snapshot
  }

  /** Writes the file from the data on the disk; if that is not possible, from memory. */
  async #writeFromDisk(): Promise<Written> {
    await this.#baseKept
    const fromDisk = await this.queue.run(() => Promise.resolve(this.#nextJob()))
    try {
      return await this.#runJob(fromDisk)
    } catch (error) {
      if (!(error instanceof BaseLost)) throw error
      return this.#writeFromMemory({})
    }
  }

  async #writeFromMemory(how: Pick<SnapshotJob, 'again'>): Promise<Written> {
    const fromMemory = await this.queue.run(async () => {
      await this.memory.flush()
      return { ...this.#nextJob(), ...how, text: this.memory.text() }
    })
    return this.#runJob(fromMemory)
  }

  async #runJob(job: SnapshotJob): Promise<Written> {
    const { through } = job
    const snapshot = await snapshotAside(job, async ({ generation, fileStamp }) => {
      await this.queue.run(() => this.#journal.write([encodeMark({ snapshot: generation, through })]))
      this.#upcomingStamp = fileStamp
    })
    return { snapshot, through }
  }

  #nextJob(): SnapshotJob {
    return {
      path: this.path,
      history: this.history?.folder ?? null,
      generation: this.#generation,
      from: this.#included,
      through: this.#journal.length,
      contents: this.#contents,
    }
  }

  /**
   * Keeps the opened generation in the history, so that later damage to the file loses nothing. If that fails, the next
   * snapshot tries again and reports why.
   */
  #keepBase(): void {
    const job = this.#nextJob()
    this.#baseKept = this.history
      ?.has(job.generation)
      .then((has) => (has ? undefined : keepAside(job)))
      .catch(() => undefined)
  }
}
