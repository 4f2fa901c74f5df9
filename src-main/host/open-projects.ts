import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { ProjectStore } from './project-store'
import { Turns } from './turns'

interface Open {
  readonly key: string
  readonly store: ProjectStore
  /** Windows and tabs that have it open; the last one to close it lets go of the file. */
  users: number
}

/** The projects open here, by the keys that requests name them by. */
export class OpenProjects {
  #open = new Map<string, Open>()
  // One at a time: requests that come at once must neither take the same name nor lock each other out of a file.
  #turns = new Turns()

  /** @param dataFolder where the history of projects is kept */
  constructor(private readonly dataFolder: string) {}

  /** Throws `not-found` for a project that is not open here. */
  store(key: string): ProjectStore {
    const open = this.#open.get(key)
    if (!open) throw new ContractError('not-found', 'The project is not open here any more. Open it again.')
    return open.store
  }

  /** Opens the file, or one more window on it where it is open here. */
  open(path: string): Promise<Open> {
    return this.#turns.run(async () => {
      const real = await realpath(path).catch(() => path)
      const known = [...this.#open.values()].find(({ store }) => store.path === real)
      return known ? this.#use(known) : this.#add(await ProjectStore.open(path, this.dataFolder))
    })
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
      await open.store.close()
    })
  }

  /** Waits for every save under way and lets go of all files. */
  closeAll(): Promise<void> {
    return this.#turns.run(async () => {
      await Promise.all([...this.#open.values()].map(({ store }) => store.close()))
      this.#open.clear()
    })
  }

  #add(store: ProjectStore): Open {
    const open = { key: randomUUID(), store, users: 0 }
    this.#open.set(open.key, open)
    return this.#use(open)
  }

  #use(open: Open): Open {
    open.users++
    return open
  }
}
