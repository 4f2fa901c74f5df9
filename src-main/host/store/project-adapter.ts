import { Low, type Adapter } from 'lowdb'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/document/project'
import { fileStamp, contentHash, reasonUnread, writeDurably } from '../files/durable-file'
import { takeAccess } from '../files/file-access'
import { readChecked } from '../files/read-checked'
import { parseBytes, refuseTooManyBytes } from './decode-project'
import { fileBytes } from './file-text'

/** The content of a project's file. */
export interface FileState {
  readonly bytes: Buffer
  /** The SHA-256 of the bytes, by which a journal names the file that it extends. */
  readonly generation: string
  readonly fileStamp: string
}

/** The current content of a project's file; undefined if there is none. */
export async function readState(path: string): Promise<FileState | undefined> {
  const before = await fileStamp(path)
  if (before === undefined) return undefined
  const bytes = await readChecked(path, refuseTooManyBytes).catch((error: unknown) => {
    if (error instanceof ContractError) throw error
    throw new ContractError('unreadable', `The file could not be read: ${reasonUnread(error)}.`)
  })
  return { bytes, generation: contentHash(bytes), fileStamp: before }
}

/** Writes a project's file. Returns its new state. */
export async function writeProject(path: string, project: Project): Promise<FileState> {
  const adapter = new ProjectAdapter(path)
  await new Low<Project>(adapter, project).write()
  return adapter.state!
}

/**
 * A lowdb adapter for the project's file, which is read unchanged and replaced atomically.
 * @param beforeReplacing called with the new state before the rename; it keeps the old file by throwing
 */
export class ProjectAdapter implements Adapter<Project> {
  /** The state that was last read or written. */
  state: FileState | undefined

  constructor(
    readonly path: string,
    private readonly beforeReplacing: (next: FileState) => Promise<void> = () => Promise.resolve(),
  ) {}

  async read(): Promise<Project | null> {
    this.state = await readState(this.path)
    if (!this.state) return null
    const parsed = parseBytes(this.state.bytes)
    if (!parsed.ok) throw new ContractError('not-a-project', parsed.message)
    return parsed.project
  }

  async write(project: Project): Promise<void> {
    const bytes = fileBytes(project)
    const generation = contentHash(bytes)
    let isReplaced = true
    await writeDurably(this.path, bytes, async (temporary) => {
      isReplaced = await takeAccess(this.path, temporary)
      // The rename changes neither content nor stamp, so the stamp of the temporary file is that of the new one.
      this.state = { bytes, generation, fileStamp: (await fileStamp(temporary)) ?? '' }
      await this.beforeReplacing(this.state)
      if (!isReplaced) return 'in place'
    })
    if (!isReplaced) this.state = { bytes, generation, fileStamp: (await fileStamp(this.path)) ?? '' }
  }
}
