import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ContractError } from '#api/errors'
import { reasonOf, reasonUnread } from './durable-file'
import { formatFor } from '../import/import-file'
import { SerialQueue } from '../store/serial-queue'

/** So many files may be on their way in at once, with so many bytes in all. */
const MOST = 8
const TOGETHER = 400 * 1024 * 1024

/** Files of a page that has said nothing for so long are nobody's any more. Milliseconds. */
const FORGOTTEN_AFTER = 10 * 60 * 1000

/** So many files that dialogs named are remembered. */
const NAMED = 10_000

interface Sent {
  readonly fileName: string
  readonly path: string
  readonly size: number
  readonly turns: SerialQueue
  arrived: number
  touched: number
}

const gone = () =>
  new ContractError('not-found', 'Counterpoint does not have that file any more. Import it again.')

const unwritten = (error: unknown) =>
  new ContractError(
    'unreadable',
    `The file could not be taken in: ${reasonOf(error)}. Nothing was changed; make room, then import it again.`,
  )

/**
 * Files that the host has at hand to be read once: those that a page sends in pieces, each in a file of its own in a folder
 * of this process, and those that were named in a dialog, where they are.
 */
export class IncomingFiles {
  readonly #sent = new Map<string, Sent>()
  readonly #named = new Map<string, string>()
  readonly #folder: string

  /** @param root where every process of this user's has its folder, by the process's number */
  constructor(
    private readonly root: string,
    private readonly now: () => number = Date.now,
  ) {
    this.#folder = join(root, String(process.pid))
  }

  /** Takes away what processes that are no more have left, and one before of this number. */
  async clear(): Promise<void> {
    const names = await readdir(this.root).catch(() => [])
    const left = names.filter((name) => name === String(process.pid) || !isAlive(Number(name)))
    await Promise.all(left.map((name) => rm(join(this.root, name), { recursive: true, force: true })))
  }

  /** Makes ready for a file of so many bytes, and answers the key for its pieces. */
  async begin(fileName: string, size: number): Promise<string> {
    formatFor(fileName, size)
    await this.#forget()
    const others = [...this.#sent.values()]
    const bytes = others.reduce((sum, each) => sum + each.size, size)
    if (others.length >= MOST || bytes > TOGETHER) {
      throw new ContractError(
        'unavailable',
        'Too many large files are being taken in at once. Import this one again when they are done.',
      )
    }
    const key = randomUUID()
    const path = join(this.#folder, key)
    const touched = this.now()
    this.#sent.set(key, { fileName, path, size, turns: new SerialQueue(), arrived: 0, touched })
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      await writeFile(path, '', { mode: 0o600, flag: 'wx' })
    } catch (error) {
      await this.drop(key)
      throw unwritten(error)
    }
    return key
  }

  /** Takes the next piece. One that does not go on where the last ended is refused, and changes nothing. */
  part(key: string, at: number, bytes: Uint8Array): Promise<void> {
    const file = this.#sent.get(key)
    if (!file) return Promise.reject(gone())
    return file.turns.run(async () => {
      if (this.#sent.get(key) !== file) throw gone()
      if (at !== file.arrived || bytes.length === 0 || at + bytes.length > file.size) {
        throw new ContractError('bad-request', 'A piece of the file does not fit. Import the file again.')
      }
      file.touched = this.now()
      try {
        await appendFile(file.path, bytes)
      } catch (error) {
        // What was written of the piece is not known: the file is of no use any more.
        void this.drop(key)
        throw unwritten(error)
      }
      file.arrived += bytes.length
    })
  }

  /** Remembers a file that was named in a dialog, and answers the key to read it by. */
  name(path: string): string {
    const key = randomUUID()
    this.#named.set(key, path)
    if (this.#named.size > NAMED) this.#named.delete(this.#named.keys().next().value!)
    return key
  }

  /** Reads a file that is there whole; it is not held after that, however the reading ends. */
  async use<Read>(
    key: string,
    read: (file: { fileName: string; path: string }) => Promise<Read>,
  ): Promise<Read> {
    const named = this.#named.get(key)
    if (named !== undefined) {
      this.#named.delete(key)
      return read({ fileName: basename(named), path: named })
    }
    const file = this.#sent.get(key)
    if (!file) throw gone()
    if (file.arrived !== file.size)
      throw new ContractError('bad-request', 'The file has not arrived whole. Import it again.')
    try {
      return await read(file)
    } finally {
      await this.drop(key)
    }
  }

  /** Lets go of a file; what was sent of it is taken away. */
  async drop(key: string): Promise<void> {
    this.#named.delete(key)
    const file = this.#sent.get(key)
    this.#sent.delete(key)
    if (file) await file.turns.run(() => rm(file.path, { force: true }).catch(() => undefined))
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sent.keys()].map((key) => this.drop(key)))
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined)
  }

  async #forget(): Promise<void> {
    const before = this.now() - FORGOTTEN_AFTER
    const forgotten = [...this.#sent].filter(([, { touched }]) => touched < before)
    await Promise.all(forgotten.map(([key]) => this.drop(key)))
  }
}

/** How large the file at a path is. Throws a `ContractError` with words for the user. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    throw new ContractError(
      'unreadable',
      `“${basename(path)}” could not be read: ${reasonUnread(error)}. Choose it again when it can be read.`,
    )
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
