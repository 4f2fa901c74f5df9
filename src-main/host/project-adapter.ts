import { copyFile, readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/project'
import { save } from '#domain/save'
import { fingerprint, reasonOf, writeDurably } from './durable-file'
import { projectOf } from './project-bytes'

/**
 * lowdb's way to the project's file. It never writes over what it could not read: a file that is no project makes `read`
 * throw, and a file that another program has changed since is copied aside before the next write.
 */
export class ProjectAdapter implements Adapter<Project> {
  #known: string | undefined
  /** Where the last write put what another program had left in the file; the reader of it clears it. */
  setAside: string | null = null

  constructor(readonly path: string) {}

  async read(): Promise<Project | null> {
    const before = await fingerprint(this.path)
    if (before === undefined) return null
    const bytes = await readFile(this.path).catch((error: unknown) => {
      throw new ContractError('unreadable', `The file could not be read: ${reasonOf(error)}.`)
    })
    const loaded = projectOf(bytes, (message) => `${message} It was left as it is.`)
    if (loaded.migratedFrom) await copyFile(this.path, `${this.path}.version-${loaded.migratedFrom}`)
    this.#known = before
    return loaded.project
  }

  async write(project: Project): Promise<void> {
    const now = await fingerprint(this.path)
    if (now !== undefined && now !== this.#known) {
      const copy = this.path.replace(/(\.json)?$/, ` (changed elsewhere ${stamp()}).json`)
      await copyFile(this.path, copy)
      this.setAside = copy
    }
    await writeDurably(this.path, save(project))
    this.#known = await fingerprint(this.path)
  }
}

/** To the millisecond, so that no copy is written over another. */
const stamp = () => new Date().toISOString().replaceAll(':', '-')
