import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { ContractError } from '#api/errors'
import { parse } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { fileStamp, contentHash, reasonUnread, writeDurably } from '../files/durable-file'
import { decodeUtf8 } from './decode-project'

/** What stands in a project's file. */
export interface FileState {
  readonly bytes: Buffer
  /** SHA-256 of the bytes: what a journal names when it extends them. */
  readonly generation: string
  readonly fileStamp: string
}

/** The project's file as it stands; undefined when there is none. */
export async function readState(path: string): Promise<FileState | undefined> {
  const before = await fileStamp(path)
  if (before === undefined) return undefined
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ContractError('unreadable', `The file could not be read: ${reasonUnread(error)}.`)
  })
  return { bytes, generation: contentHash(bytes), fileStamp: before }
}

/**
 * lowdb's way to the project's file. Its records are read as they stand, and replaced whole or not at all.
 * @param beforeReplacing sees what is to stand there, and may keep the old file by throwing
 */
export class ProjectAdapter implements Adapter<Project> {
  /** What it has read or written last. */
  state: FileState | undefined

  constructor(
    readonly path: string,
    private readonly beforeReplacing: (next: FileState) => Promise<void> = () => Promise.resolve(),
  ) {}

  async read(): Promise<Project | null> {
    this.state = await readState(this.path)
    if (!this.state) return null
    const parsed = parse(decodeUtf8(this.state.bytes))
    if (!parsed.ok) throw new ContractError('not-a-project', parsed.message)
    return parsed.project
  }

  async write(project: Project): Promise<void> {
    const bytes = Buffer.from(save(project))
    const generation = contentHash(bytes)
    await writeDurably(this.path, bytes, async (temporary) => {
      // A rename changes neither what a file holds nor what it is told by.
      this.state = { bytes, generation, fileStamp: (await fileStamp(temporary)) ?? '' }
      await this.beforeReplacing(this.state)
    })
  }
}
