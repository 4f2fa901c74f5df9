import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/project'
import { save } from '#domain/save'
import { fingerprint, reasonOf, removeLeftovers, writeDurably } from './durable-file'
import { projectOf } from './project-bytes'

/**
 * lowdb's way to the project's file. It never writes over what it could not read: a file that is no project makes `read`
 * throw, and a file that another program has changed since is copied aside before the next write.
 */
export class ProjectAdapter implements Adapter<Project> {
  #known: string | undefined
  #content: string | undefined
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
    this.#content = hash(bytes)
    await removeLeftovers(this.path)
    return loaded.project
  }

  async write(project: Project): Promise<void> {
    if (await this.#changedElsewhere()) {
      const copy = this.path.replace(/(\.json)?$/, ` (changed elsewhere ${stamp()}).json`)
      await copyFile(this.path, copy)
      this.setAside = copy
    }
    const text = save(project)
    await writeDurably(this.path, text)
    this.#known = await fingerprint(this.path)
    this.#content = hash(text)
  }

  /** Sync clients touch files without changing them: only other content counts. */
  async #changedElsewhere(): Promise<boolean> {
    const now = await fingerprint(this.path)
    if (now === undefined || now === this.#known) return false
    return hash(await readFile(this.path)) !== this.#content
  }
}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** To the millisecond, so that no copy is written over another. */
const stamp = () => new Date().toISOString().replaceAll(':', '-')
