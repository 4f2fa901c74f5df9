import { open, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beginningOf, contentHash, NAME_LIMIT, syncFolder, writeDurably } from '../files/durable-file'
import { takeAccess } from '../files/file-access'
import { readChecked } from '../files/read-checked'
import {
  decodeJournal,
  encodeHead,
  encodeLine,
  END,
  isMark,
  JOURNAL_LIMIT,
  type Line,
} from './journal-format'

/**
 * The path of a project's journal, beside its file. No two files have the same: the names `p`, `p.json` and `p.JSON` can be
 * three projects.
 */
export function journalPathOf(path: string): string {
  const name = basename(path)
  const own = name.endsWith('.json')
    ? `${name.slice(0, -'.json'.length)}.journal`
    : `${name}.counterpoint-journal`
  if (Buffer.byteLength(own) <= NAME_LIMIT) return join(dirname(path), own)
  const end = ` ${contentHash(name).slice(0, 16)}.counterpoint-journal`
  return join(dirname(path), beginningOf(name, NAME_LIMIT - end.length) + end)
}

/** The bytes of a journal; undefined if there is none. Throws if it is larger than any that Counterpoint writes. */
export const readJournal = (path: string): Promise<Buffer | undefined> =>
  readChecked(path, refuseLarge).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Throws for the size of a journal, in bytes, that is over the limit. The reason is part of a sentence. */
function refuseLarge(size: number): void {
  if (size <= JOURNAL_LIMIT) return
  const [has, limit] = [size, JOURNAL_LIMIT].map((each) => Math.ceil(each / 1e6))
  throw new Error(`they have ${has} MB, more than the limit of ${limit} MB`)
}

/**
 * The changes accepted since the project's file was written, one line each. When `write` resolves, they are on the
 * disk under the journal's name. After a failed write or sync, the file is never written to again: the next write
 * replaces it with a new file of all lines.
 */
export class Journal {
  readonly path: string
  #file: { readonly handle: FileHandle; readonly identity: string } | undefined
  /** The file that this process wrote last, and the stamp of one that has only lines of this journal. */
  #written: string | undefined
  #checked: string | undefined
  /** Bytes of all lines: the position of the next one. */
  #position = 0

  /**
   * @param projectPath the path of the project's file
   * @param project the id of the project that it belongs to
   * @param lines the lines of the existing journal file, as JSON without newlines
   */
  constructor(
    private readonly projectPath: string,
    private readonly project: string,
    private generation: string,
    private lines: string[] = [],
  ) {
    this.path = journalPathOf(projectPath)
  }

  /** The number of lines. */
  get length(): number {
    return this.lines.length
  }

  /** The generation that it extends, and the number of its changes; null if it has none. */
  get extent(): { generation: string; changes: number } | null {
    const changes = this.lines.filter((json) => !isMark(json)).length
    return changes > 0 ? { generation: this.generation, changes } : null
  }

  /** Bytes written by this process. */
  get size(): number {
    return this.#position
  }

  /** Appends lines with one write and one fdatasync. If it throws, none of them count. */
  async write(added: readonly string[]): Promise<void> {
    try {
      if (!this.#file || !(await this.#append(added))) await this.#begin([...this.lines, ...added])
    } catch (error) {
      await this.close()
      throw error
    }
    this.lines.push(...added)
  }

  /**
   * Whether another process has put its journal in the place of this one. Its changes may be nowhere else, so nothing more may
   * be written then. A file that has no readable line but those of this journal may be replaced.
   */
  async isReplaced(): Promise<boolean> {
    const found = await standingAt(this.path)
    if (found === undefined || found.identity === this.#written || found.stamp === this.#checked) return false
    let bytes: Buffer | undefined
    try {
      bytes = await readJournal(this.path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') return true
      throw error
    }
    const { lines } = decodeJournal(bytes ?? Buffer.alloc(0))
    const isOurs = ({ sequence, value }: Line) =>
      JSON.stringify(value) === JSON.stringify(parsed(this.lines[sequence - 1]))
    if (!lines.every(isOurs)) return true
    this.#checked = found.stamp
    return false
  }

  /** Drops the first `from` lines because they are durable in this generation. The remaining lines extend it. */
  async extend(generation: string, from: number): Promise<void> {
    const rest = this.lines.slice(from).filter((json) => !isMark(json))
    await this.#refuseReplaced()
    await this.close()
    if (rest.length === 0) {
      await rm(this.path, { force: true })
      this.#written = undefined
      await syncFolder(dirname(this.path))
      this.#position = 0
    }
    const before = this.generation
    this.generation = generation
    try {
      if (rest.length > 0) await this.#begin(rest)
    } catch (error) {
      this.generation = before
      throw error
    }
    this.lines = rest
  }

  /** Closes the file without deleting it. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.handle.close().catch(() => undefined)
  }

  /**
   * Returns false if the journal's name no longer leads to the open file, so that the lines would be lost. A file that
   * was moved is not written to, because it may be in use at its new path.
   */
  async #append(added: readonly string[]): Promise<boolean> {
    const { handle, identity } = this.#file!
    if ((await identityOf(this.path)) !== identity) return false
    const bytes = Buffer.from(this.#encode(added, this.lines.length) + END)
    refuseLarge(this.#position + bytes.length)
    await writeAt(handle, bytes, this.#position)
    // After the lines, so that a killed process never leaves a number that is larger than that of its lines.
    await writeAt(handle, Buffer.from(this.#head(this.lines.length + added.length)), 0)
    await handle.datasync()
    this.#position += bytes.length - END.length
    if ((await identityOf(this.path)) === identity) return true
    await this.close()
    return false
  }

  async #begin(lines: readonly string[]): Promise<void> {
    await this.close()
    const bytes = Buffer.from(this.#head(lines.length) + this.#encode(lines, 0) + END)
    refuseLarge(bytes.length)
    let identity: string | undefined
    // Whoever may read the project may read its changes.
    const write = writeDurably(this.path, bytes, async (temporary) => {
      await takeAccess(this.projectPath, temporary)
      identity = await identityOf(temporary)
      await this.#refuseReplaced()
    })
    await write.finally(async () => {
      // It can have its name although its folder could not be synced.
      const standing = await identityOf(this.path).catch(() => undefined)
      if (standing !== undefined && standing === identity) this.#written = identity
    })
    const handle = await open(this.path, 'r+')
    this.#file = { handle, identity: identity ?? '' }
    this.#position = bytes.length - END.length
    if ((await identityOf(this.path)) !== identity) throw replaced()
  }

  async #refuseReplaced(): Promise<void> {
    if (await this.isReplaced()) throw replaced()
  }

  #head = (lines: number): string => encodeHead({ generation: this.generation, project: this.project, lines })

  #encode = (lines: readonly string[], before: number): string =>
    lines.map((json, index) => encodeLine(this.generation, before + index + 1, json)).join('')
}

const replaced = (): Error => new Error('the changes of another Counterpoint lie beside the file')

const parsed = (json: string | undefined): unknown => (json === undefined ? undefined : JSON.parse(json))

async function writeAt(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** The device and inode of a file; undefined if there is none. */
const identityOf = async (path: string): Promise<string | undefined> => (await standingAt(path))?.identity

/** What tells a file from others, and what tells its states apart; undefined if there is none. */
async function standingAt(path: string): Promise<{ identity: string; stamp: string } | undefined> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true })
    const identity = `${dev} ${ino}`
    return { identity, stamp: `${identity} ${size} ${mtimeNs}` }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
