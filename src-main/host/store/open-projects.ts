import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { ProjectStore } from './project-store'
import { SerialQueue } from './serial-queue'
import { ReadOnlyProject } from './read-only-project'

/** A project that a window or tab has open, under a key of its own. */
interface Open {
  readonly key: string
  readonly opened: ProjectStore | ReadOnlyProject
}

/** How often in a row a page may give no sign of life before its hold on a project ends. */
const SILENCES = 5

/** The open projects, by the keys that requests use. The last window to close a project releases its file. */
export class OpenProjects {
  #open = new Map<string, ProjectStore | ReadOnlyProject>()
  /** How often in a row the page of a key gave no sign of life, and how many streams of news it has. */
  readonly #silences = new Map<string, number>()
  readonly #streams = new Map<string, number>()
  // In series, so that concurrent requests neither choose the same path nor lock each other out of a file.
  #turns = new SerialQueue()

  /** @param dataFolder the folder with the projects' histories */
  constructor(private readonly dataFolder: string) {}

  /** Throws `not-found` if the project is not open. */
  get(key: string): ProjectStore | ReadOnlyProject {
    const opened = this.#open.get(key)
    this.#silences.delete(key)
    if (!opened) throw new ContractError('not-found', 'The project is no longer open. Open it again.')
    return opened
  }

  /** A project that can be edited. Throws `locked` if it is read-only. */
  store(key: string): ProjectStore {
    const opened = this.get(key)
    if (opened instanceof ProjectStore) return opened
    throw new ContractError(
      'locked',
      `Nothing was changed: the project is read-only. ${opened.readOnly.sentence}`,
    )
  }

  /** Opens a file, which another window may have open already. Falls back to read-only if it cannot be edited. */
  open(path: string, takeOver = false): Promise<Open> {
    return this.#turns.run(async () => {
      const real = await realpath(path).catch(() => path)
      const known = [...this.#open.values()].find(
        (opened) => opened instanceof ProjectStore && opened.path === real,
      )
      return this.#add(known ?? (await this.#read(path, takeOver)))
    })
  }

  async #read(path: string, takeOver: boolean): Promise<ProjectStore | ReadOnlyProject> {
    try {
      return await ProjectStore.open(path, this.dataFolder, takeOver)
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      return ReadOnlyProject.open(path, this.dataFolder, error)
    }
  }

  /** Opens the project that `make` creates. */
  create(make: () => Promise<ProjectStore>): Promise<Open> {
    return this.#turns.run(async () => this.#add(await make()))
  }

  /** Notes that a page listens to the news of its project, until the returned function is called. */
  listening(key: string): () => void {
    this.#streams.set(key, (this.#streams.get(key) ?? 0) + 1)
    return () => {
      const left = (this.#streams.get(key) ?? 0) - 1
      if (left > 0) this.#streams.set(key, left)
      else this.#streams.delete(key)
    }
  }

  /**
   * Closes what was opened by pages that have gone without closing it, as a crashed tab does. Called at regular intervals:
   * a page that has given no sign of life since the last call is silent. Silences are counted, not hours, because a laptop
   * that wakes has not been used: its page has until the next call.
   */
  async expire(): Promise<void> {
    for (const key of this.#open.keys()) {
      if ((this.#streams.get(key) ?? 0) > 0) continue
      const silences = (this.#silences.get(key) ?? 0) + 1
      this.#silences.set(key, silences)
      if (silences > SILENCES) await this.close(key)
    }
  }

  close(key: string): Promise<void> {
    return this.#turns.run(async () => {
      const opened = this.#open.get(key)
      this.#open.delete(key)
      this.#silences.delete(key)
      this.#streams.delete(key)
      const isOpen = opened !== undefined && [...this.#open.values()].includes(opened)
      if (opened instanceof ProjectStore && !isOpen) await opened.close()
    })
  }

  /** Waits for every save in progress and releases all files. */
  closeAll(): Promise<void> {
    return this.#turns.run(async () => {
      const all = new Set(this.#open.values())
      await Promise.all([...all].map((opened) => opened instanceof ProjectStore && opened.close()))
      this.#open.clear()
    })
  }

  #add(opened: ProjectStore | ReadOnlyProject): Open {
    const key = randomUUID()
    this.#open.set(key, opened)
    return { key, opened }
  }
}
