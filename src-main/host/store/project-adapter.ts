import { createHash } from 'node:crypto'
import { Low, type Adapter } from 'lowdb'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/document/project'
import type { WrittenTables } from '#domain/document/save'
import { fileStamp, reasonUnread, writeDurably } from '../files/durable-file'
import { takeAccess } from '../files/file-access'
import { sumsOf, type Checksum } from '../files/file-checksum'
import { isHeldByFolder } from '../files/sticky-folder'
import { readChecked } from '../files/read-checked'
import { parseBytes, refuseTooManyBytes } from './decode-project'
import { filePieces } from './file-text'

/** A project's file as it was written. */
export interface WrittenFile {
  /** The SHA-256 of the bytes, by which a journal names the file that it extends. */
  readonly generation: string
  readonly fileStamp: string
  /** Bytes. */
  readonly length: number
}

/** The content of a project's file. */
export interface FileState extends WrittenFile {
  readonly bytes: Buffer
  /** Whether they are as Counterpoint wrote them. */
  readonly checksum: Checksum
}

/** The current content of a project's file; undefined if there is none. */
export async function readState(path: string): Promise<FileState | undefined> {
  const before = await fileStamp(path)
  if (before === undefined) return undefined
  const bytes = await readChecked(path, refuseTooManyBytes).catch((error: unknown) => {
    if (error instanceof ContractError) throw error
    throw new ContractError('unreadable', `The file could not be read: ${reasonUnread(error)}.`)
  })
  return { bytes, ...sumsOf(bytes), fileStamp: before, length: bytes.length }
}

/** Writes a project's file. Returns its new state. */
export async function writeProject(path: string, project: Project): Promise<WrittenFile> {
  const adapter = new ProjectAdapter(path)
  await new Low<Project>(adapter, project).write()
  return adapter.written!
}

/**
 * A lowdb adapter for the project's file, which is read unchanged and replaced atomically.
 * @param beforeReplacing called with the new state, and the path of the file that has it, before the rename; it keeps the old
 * file by throwing
 * @param copied records that are not in the project, because they are written already
 */
export class ProjectAdapter implements Adapter<Project> {
  /** The state that was last written. */
  written: WrittenFile | undefined

  constructor(
    readonly path: string,
    private readonly beforeReplacing: (next: WrittenFile, at: string) => Promise<void> = () =>
      Promise.resolve(),
    private readonly copied?: WrittenTables,
  ) {}

  async read(): Promise<Project | null> {
    const state = await readState(this.path)
    if (!state) return null
    const parsed = parseBytes(state.bytes)
    if (!parsed.ok) throw new ContractError('not-a-project', parsed.message)
    return parsed.project
  }

  async write(project: Project): Promise<void> {
    const hash = createHash('sha256')
    let length = 0
    const { copied } = this
    function* counted(): Generator<Uint8Array> {
      for (const piece of filePieces(project, hash, copied)) {
        length += piece.length
        yield piece
      }
    }
    let generation = ''
    const stateAt = async (path: string) => ({ generation, fileStamp: (await fileStamp(path)) ?? '', length })
    let isReplaced = true
    await writeDurably(this.path, counted(), async (temporary) => {
      isReplaced = (await takeAccess(this.path, temporary)) && !(await isHeldByFolder(this.path))
      generation = hash.digest('hex')
      // The rename changes neither content nor stamp, so the stamp of the temporary file is that of the new one.
      this.written = await stateAt(temporary)
      await this.beforeReplacing(this.written, temporary)
      if (!isReplaced) return 'in place'
    })
    if (!isReplaced) this.written = await stateAt(this.path)
  }
}
