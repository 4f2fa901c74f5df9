import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Low } from 'lowdb'
import { ContractError } from '#api/errors'
import { brokenRules } from '#domain/integrity'
import { applyPatch, type Patch } from '#domain/patch'
import type { Project } from '#domain/project'
import { save } from '#domain/save'
import { fingerprint, reasonOf } from './durable-file'
import { ProjectAdapter } from './project-adapter'
import { lockProject, type ProjectLock } from './project-lock'
import { Turns } from './turns'

export interface Accepted {
  readonly revision: number
  readonly modified: string
  readonly setAside: string | null
}

/** The project that counts: the one writer of its file. */
export class ProjectStore {
  #turns = new Turns()

  #last: { readonly id: string | undefined; readonly answer: Accepted } | undefined

  private constructor(
    readonly path: string,
    private readonly db: Low<Project>,
    private readonly adapter: ProjectAdapter,
    private readonly lock: ProjectLock,
  ) {}

  /** Opens a file that is there. Throws `not-found`, `locked`, `not-a-project`, `newer-version` or `unreadable`. */
  static async open(path: string): Promise<ProjectStore> {
    const real = await realpath(path).catch(() => {
      throw new ContractError(
        'not-found',
        `There is no file “${basename(path)}” any more. It may have been moved or renamed.`,
      )
    })
    return ProjectStore.#locked(real, async (db) => {
      await db.read()
      if (!db.data) throw new ContractError('not-found', `There is no file “${basename(path)}” any more.`)
    })
  }

  /** Makes a new file with this project in it. The file must not be there yet. */
  static async create(path: string, project: Project): Promise<ProjectStore> {
    const real = join(await realpath(dirname(path)), basename(path))
    return ProjectStore.#locked(real, async (db) => {
      if (await fingerprint(real))
        throw new ContractError(
          'not-saved',
          'There is a file of that name already; it was left as it is. Choose another name.',
        )
      db.data = project
      await db.write().catch((error: unknown) => {
        throw new ContractError('not-saved', `The project could not be made: ${reasonOf(error)}.`)
      })
    })
  }

  static async #locked(path: string, fill: (db: Low<Project>) => Promise<void>): Promise<ProjectStore> {
    const lock = await lockProject(path)
    try {
      const adapter = new ProjectAdapter(path)
      // lowdb wants a default; what is not there is never taken for an empty project.
      const db = new Low<Project>(adapter, null as unknown as Project)
      await fill(db)
      return new ProjectStore(path, db, adapter, lock)
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  get project(): Project {
    return this.db.data
  }

  /** The file's text as it stands or is about to. */
  get document(): string {
    return save(this.db.data)
  }

  /**
   * Applies a patch that builds on the revision and answers when it is on disk. When it cannot be, the project is as it
   * was before and the same patch may come again. Throws `conflict`, `bad-request` or `not-saved`.
   * @param id the sender's name for this patch: the last one accepted is answered again, not applied again
   */
  patch(revision: number, patch: Patch, id?: string): Promise<Accepted> {
    return this.#turns.run(async () => {
      if (id !== undefined && this.#last?.id === id) return this.#last.answer
      const answer = await this.#accept(revision, patch)
      this.#last = { id, answer }
      return answer
    })
  }

  async #accept(revision: number, patch: Patch): Promise<Accepted> {
    const before = this.db.data
    if (before.about.revision !== revision) {
      throw new ContractError(
        'conflict',
        'The project was changed in another window meanwhile. This change was not saved.',
      )
    }
    const applied = applyPatch(before, patch)
    if ('conflict' in applied) {
      throw new ContractError('conflict', `This change was not saved: ${applied.conflict}.`)
    }
    const broken = brokenRules(applied.project)[0]
    if (broken)
      throw new ContractError('bad-request', `The change was refused: ${broken}. Nothing was changed.`)
    const about = { ...applied.project.about, revision: revision + 1, modified: new Date().toISOString() }
    this.db.data = { ...applied.project, about }
    try {
      await this.db.write()
    } catch (error) {
      this.db.data = before
      throw new ContractError('not-saved', reasonOf(error), { cause: error })
    }
    const { setAside } = this.adapter
    this.adapter.setAside = null
    return { revision: about.revision, modified: about.modified, setAside }
  }

  /** Waits for what is under way, then lets others have the file. */
  async close(): Promise<void> {
    await this.#turns.run(() => this.lock.release())
  }
}
