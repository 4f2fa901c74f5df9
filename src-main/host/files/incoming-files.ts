import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ContractError } from '#api/errors'
import { reasonOf, reasonUnread } from './durable-file'
import { formatFor } from '../import/format-for'
import { SerialQueue } from '../store/serial-queue'

/** The most files that may be uploading at once, and the most bytes of all of them. */
const MOST = 8
const TOGETHER = 400 * 1024 * 1024

/** Milliseconds without a new piece after which an upload is dropped. */
const FORGOTTEN_AFTER = 10 * 60 * 1000

/** The most files from dialogs whose paths are remembered. */
const NAMED = 10_000

interface Sent {
  readonly fileName: string
  readonly path: string
  readonly size: number
  readonly turns: SerialQueue
  arrived: number
  touched: number
}

const gone = () => new ContractError('not-found', 'The uploaded file has expired. Import it again.')

const unwritten = (error: unknown) =>
  new ContractError(
    'unreadable',
    `The file could not be received: ${reasonOf(error)}. Nothing was changed. Free some space, then import it again.`,
  )

/**
 * Files that wait to be read once. Uploads arrive in pieces and are written to files in this process's folder. Files
 * chosen in a dialog stay where they are.
 */
export class IncomingFiles {
  readonly #sent = new Map<string, Sent>()
  readonly #named = new Map<string, string>()
  readonly #folder: string

  /** @param root the folder with one subfolder per process, named by its number */
  constructor(
    private readonly root: string,
    private readonly now: () => number = Date.now,
  ) {
    this.#folder = join(root, String(process.pid))
  }

  /** Removes what processes that have ended left behind, and what an earlier process with the same number did. */
  async clear(): Promise<void> {
    const names = await readdir(this.root).catch(() => [])
    const left = names.filter((name) => name === String(process.pid) || !isAlive(Number(name)))
    await Promise.all(left.map((name) => rm(join(this.root, name), { recursive: true, force: true })))
  }

  /** Begins an upload of `size` bytes. Returns the key for its pieces. */
  async begin(fileName: string, size: number): Promise<string> {
    formatFor(fileName, size)
    await this.#forget()
    const others = [...this.#sent.values()]
    const bytes = others.reduce((sum, each) => sum + each.size, size)
    if (others.length >= MOST || bytes > TOGETHER) {
      throw new ContractError(
        'unavailable',
        'Too many large files are being imported at once. Import this one again when they are done.',
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

  /** Appends the next piece. Throws `bad-request` and changes nothing if it does not begin where the last one ended. */
  part(key: string, at: number, bytes: Uint8Array): Promise<void> {
    const file = this.#sent.get(key)
    if (!file) return Promise.reject(gone())
    return file.turns.run(async () => {
      if (this.#sent.get(key) !== file) throw gone()
      if (at !== file.arrived || bytes.length === 0 || at + bytes.length > file.size) {
        throw new ContractError('bad-request', 'A piece of the file is out of order. Import the file again.')
      }
      file.touched = this.now()
      try {
        await appendFile(file.path, bytes)
      } catch (error) {
        // The piece may have been written in part, so the upload cannot continue.
        void this.drop(key)
        throw unwritten(error)
      }
      file.arrived += bytes.length
    })
  }

  /** Remembers a file that was chosen in a dialog. Returns the key to read it by. */
  name(path: string): string {
    const key = randomUUID()
    this.#named.set(key, path)
    if (this.#named.size > NAMED) this.#named.delete(this.#named.keys().next().value!)
    return key
  }

  /** Calls `read` with a complete file and then drops it, whether or not reading it succeeded. */
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
      throw new ContractError('bad-request', 'The upload is incomplete. Import the file again.')
    try {
      return await read(file)
    } finally {
      await this.drop(key)
    }
  }

  /** Forgets a file and deletes what was uploaded of it. */
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

/** The size of a file in bytes. Throws a `ContractError` with a sentence for the user. */
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
