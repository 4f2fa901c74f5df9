import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { ProjectStore } from './project-store'
import { SerialQueue } from './serial-queue'
import { ReadOnlyProject } from './read-only-project'

interface Open {
  readonly key: string
  readonly opened: ProjectStore | ReadOnlyProject
  /** The windows and tabs that have it open. The last one to close it releases the file. */
  users: number
}

/** The open projects, by the keys that requests use. */
export class OpenProjects {
  #open = new Map<string, Open>()
  // In series, so that concurrent requests neither choose the same path nor lock each other out of a file.
  #turns = new SerialQueue()

  /** @param dataFolder the folder with the projects' histories */
  constructor(private readonly dataFolder: string) {}

  /** Throws `not-found` if the project is not open. */
  get(key: string): ProjectStore | ReadOnlyProject {
    const open = this.#open.get(key)
    if (!open) throw new ContractError('not-found', 'The project is no longer open. Open it again.')
    return open.opened
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

  /** Opens a file, or adds a user if it is open already. Falls back to read-only if it cannot be edited. */
  open(path: string): Promise<Open> {
    return this.#turns.run(async () => {
      const real = await realpath(path).catch(() => path)
      const known = [...this.#open.values()].find(
        ({ opened }) => opened instanceof ProjectStore && opened.path === real,
      )
      return known ? this.#use(known) : this.#add(await this.#read(path))
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
      const open = this.#open.get(key)
      if (!open || --open.users > 0) return
      this.#open.delete(key)
      if (open.opened instanceof ProjectStore) await open.opened.close()
    })
  }

  /** Waits for every save in progress and releases all files. */
  closeAll(): Promise<void> {
    return this.#turns.run(async () => {
      const stores = [...this.#open.values()].map(({ opened }) => opened)
      await Promise.all(stores.map((opened) => opened instanceof ProjectStore && opened.close()))
      this.#open.clear()
    })
  }

  #add(opened: ProjectStore | ReadOnlyProject): Open {
    const open = { key: randomUUID(), opened, users: 0 }
    this.#open.set(open.key, open)
    return this.#use(open)
  }

  #use(open: Open): Open {
    open.users++
    return open
  }
}
