import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder, writeDurably } from '../files/durable-file'
import { encodeHead, encodeLine, END, isMark } from './journal-format'

/** Where the journal of a project is: beside it. */
export const journalPathOf = (path: string): string => path.replace(/(\.json)?$/i, '.journal')

/** The bytes of a journal; undefined when there is none. */
export const readJournal = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/**
 * What was accepted since the project's file was written, one line for each step. What `write` has answered is on the
 * disk under the journal's name. A file that a write or an fsync has failed on is never written to again: the next write
 * makes a new one with all lines, and replaces it.
 */
export class Journal {
  #file: { readonly handle: FileHandle; readonly identity: string } | undefined
  /** Bytes of its lines: where the next one begins. */
  #position = 0

  /** @param lines what stands in the journal's file already, if there is one: JSON without newlines */
  constructor(
    readonly path: string,
    private generation: string,
    private lines: string[] = [],
  ) {}

  /** How many lines it has. */
  get length(): number {
    return this.lines.length
  }

  /** Bytes, as far as they were written by this process. */
  get size(): number {
    return this.#position
  }

  /** Adds lines with one append and one fdatasync. When it throws, none of them count. */
  async write(added: readonly string[]): Promise<void> {
    try {
      if (!this.#file || !(await this.#append(added))) await this.#begin([...this.lines, ...added])
    } catch (error) {
      await this.close()
      throw error
    }
    this.lines.push(...added)
  }

  /** Lets go of the first lines, because a generation that holds them is durable; the rest extends that one. */
  async extend(generation: string, from: number): Promise<void> {
    const rest = this.lines.slice(from).filter((json) => !isMark(json))
    await this.close()
    if (rest.length === 0) {
      await rm(this.path, { force: true })
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

  /** Closes its file, which stays. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await file?.handle.close().catch(() => undefined)
  }

  /**
   * False when the file is no longer where it was: what was written then went nowhere that anybody would look. One that
   * was moved may be in use where it is now, and is not written to.
   */
  async #append(added: readonly string[]): Promise<boolean> {
    const { handle, identity } = this.#file!
    if ((await identityOf(this.path)) !== identity) return false
    const bytes = Buffer.from(this.#encode(added, this.lines.length) + END)
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, this.#position + done)
      done += bytesWritten
    }
    await handle.datasync()
    this.#position += bytes.length - END.length
    if ((await identityOf(this.path)) === identity) return true
    await this.close()
    return false
  }

  async #begin(lines: readonly string[]): Promise<void> {
    await this.close()
    const text = encodeHead(this.generation) + this.#encode(lines, 0)
    await writeDurably(this.path, text + END)
    const handle = await open(this.path, 'r+')
    const identity = await identityOf(this.path)
    this.#file = { handle, identity: identity ?? '' }
    this.#position = Buffer.byteLength(text)
  }

  #encode = (lines: readonly string[], before: number): string =>
    lines.map((json, index) => encodeLine(this.generation, before + index + 1, json)).join('')
}

/** Which file stands under a name; undefined when none does. */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true })
    return `${dev} ${ino}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
