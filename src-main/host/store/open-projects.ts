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

/** The open projects, by the keys that requests use. The last window to close a project releases its file. */
export class OpenProjects {
  #open = new Map<string, ProjectStore | ReadOnlyProject>()
  // In series, so that concurrent requests neither choose the same path nor lock each other out of a file.
  #turns = new SerialQueue()

  /** @param dataFolder the folder with the projects' histories */
  constructor(private readonly dataFolder: string) {}

  /** Throws `not-found` if the project is not open. */
  get(key: string): ProjectStore | ReadOnlyProject {
    const opened = this.#open.get(key)
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
  open(path: string): Promise<Open> {
    return this.#turns.run(async () => {
      const real = await realpath(path).catch(() => path)
      const known = [...this.#open.values()].find(
        (opened) => opened instanceof ProjectStore && opened.path === real,
      )
      return this.#add(known ?? (await this.#read(path)))
    })
  }

  async #read(path: string): Promise<ProjectStore | ReadOnlyProject> {
    try {
      return await ProjectStore.open(path, this.dataFolder)
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      return ReadOnlyProject.open(path, this.dataFolder, error)
    }
  }

  /** Opens the project that `make` creates. */
  create(make: () => Promise<ProjectStore>): Promise<Open> {
    return this.#turns.run(async () => this.#add(await make()))
  }

  close(key: string): Promise<void> {
    return this.#turns.run(async () => {
      const opened = this.#open.get(key)
      this.#open.delete(key)
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
