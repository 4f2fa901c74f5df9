import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { ProjectStore } from './project-store'
import { SerialQueue } from './serial-queue'
import { ReadOnlyProject } from './read-only-project'

interface Open {
  readonly key: string
  readonly opened: ProjectStore | ReadOnlyProject
  /** Windows and tabs that have it open; the last one to close it lets go of the file. */
  users: number
}

/** The projects open here, by the keys that requests name them by. */
export class OpenProjects {
  #open = new Map<string, Open>()
  // One at a time: requests that come at once must neither take the same name nor lock each other out of a file.
  #turns = new SerialQueue()

  /** @param dataFolder where the history of projects is kept */
  constructor(private readonly dataFolder: string) {}

  /** Throws `not-found` for a project that is not open here. */
  get(key: string): ProjectStore | ReadOnlyProject {
    const open = this.#open.get(key)
    if (!open) throw new ContractError('not-found', 'The project is not open here any more. Open it again.')
    return open.opened
  }

  /** One that can be worked on. Throws `locked` where it is open for reading only. */
  store(key: string): ProjectStore {
    const opened = this.get(key)
    if (opened instanceof ProjectStore) return opened
    throw new ContractError(
      'locked',
      `Nothing was changed: the project is open for reading only. ${opened.readOnly.sentence}`,
    )
  }

  /** Opens the file, or one more window on it where it is open here; where it cannot be worked on, for reading only. */
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

  /** Opens what `make` makes. */
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

  /** Waits for every save under way and lets go of all files. */
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
