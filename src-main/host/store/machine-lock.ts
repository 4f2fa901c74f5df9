import { lstat, mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import { ContractError } from '#api/errors'
import {
  beginningOf,
  contentHash,
  fileStamp,
  NAME_LIMIT,
  reasonOf,
  removeLeftovers,
  writeDurably,
} from '../files/durable-file'
import { takeAccess } from '../files/file-access'
import { readChecked } from '../files/read-checked'
import { HolderSchema, isRunning, isThisMachine, newHolder, type Holder } from './lock-holder'

/** The project is open elsewhere, or was when its holder last wrote to its folder. The user can take it over. */
export class OpenElsewhere extends ContractError {}

/** The path of the lock file of a project, beside its file. */
export function lockPathOf(path: string): string {
  const name = basename(path)
  const own = `${name}.lock`
  if (Buffer.byteLength(own) <= NAME_LIMIT) return join(dirname(path), own)
  const end = ` ${contentHash(name).slice(0, 16)}.lock`
  return join(dirname(path), beginningOf(name, NAME_LIMIT - end.length) + end)
}

/** The tokens of the locks that this process holds. */
const held = new Set<string>()

/**
 * Tells whoever shares a project's folder that it is open here: other machines, and processes of this one that do not see
 * its socket (decision 0003), as in a container. Nobody can know whether another machine is still at work: so its lock
 * counts until the user takes over, and whoever has lost the lock writes nothing more.
 */
export class MachineLock {
  readonly #own = newHolder()
  #stamp: string | undefined

  private constructor(
    private readonly path: string,
    private readonly dataFolder: string,
  ) {}

  /**
   * Locks a project, while its socket is held. Throws `OpenElsewhere` if it is open elsewhere. Where no lock can be written,
   * there is none until it can be.
   * @param dataFolder the folder of Counterpoint's own data
   * @param takeOver whether the user takes over the lock of another
   */
  static async take(path: string, dataFolder: string, takeOver: boolean): Promise<MachineLock> {
    const lock = new MachineLock(path, dataFolder)
    const file = lockPathOf(path)
    const found = await readLock(path)
    if (found && !takeOver && !(await isLeftBehind(found, dataFolder))) throw openElsewhere(path, found)
    await removeLeftovers(file)
    if (found) await rm(file, { force: true }).catch(() => undefined)
    try {
      await lock.#write()
    } catch (error) {
      await lock.release()
      if (await readLock(path))
        throw new OpenElsewhere('locked', `${openElsewhere(path, found).message} ${notReplaced(error)}`)
    }
    if (found && found !== 'unreadable') await lock.#forget(found)
    return lock
  }

  /** Throws `OpenElsewhere` if another has taken over. One `stat` if not. */
  async confirm(): Promise<void> {
    const stamp = await fileStamp(lockPathOf(this.path))
    if (stamp !== undefined && stamp === this.#stamp) return
    const found = await readLock(this.path)
    if (!found) return this.#write().catch(() => undefined)
    if (!this.#isOwn(found)) throw openElsewhere(this.path, found)
    this.#stamp = stamp
  }

  /** Removes the lock unless another has it. */
  async release(): Promise<void> {
    held.delete(this.#own.token)
    const found = await readLock(this.path)
    if (found && this.#isOwn(found)) await rm(lockPathOf(this.path), { force: true }).catch(() => undefined)
    await this.#forget(this.#own)
  }

  #isOwn = (found: Found): boolean => found !== 'unreadable' && found.token === this.#own.token

  async #write(): Promise<void> {
    const file = lockPathOf(this.path)
    held.add(this.#own.token)
    await this.#remember().catch(() => undefined)
    // On the disk: after a power cut, half a lock would be that of nobody known.
    await writeDurably(file, `${JSON.stringify(this.#own)}\n`, async (temporary) => {
      await takeAccess(this.path, temporary)
      // In a folder where only owners may replace their files, another's may be written to.
      if ((await lstat(file).catch(() => undefined))?.isFile()) return 'in place'
    })
    this.#stamp = await fileStamp(file)
  }

  /** Notes the token among Counterpoint's own data, to know the lock again after the machine has crashed. */
  async #remember(): Promise<void> {
    const note = noteOf(this.dataFolder, this.#own.token)
    if ((await fileStamp(note)) !== undefined) return
    await mkdir(dirname(note), { recursive: true, mode: 0o700 })
    await writeDurably(note, '')
  }

  async #forget({ token }: Holder): Promise<void> {
    if (!token) return
    await rm(noteOf(this.dataFolder, token), { force: true }).catch(() => undefined)
  }
}

/** Whether the project is open elsewhere, as far as its lock tells. */
export async function isOpenElsewhere(path: string, dataFolder: string): Promise<boolean> {
  const found = await readLock(path)
  return found !== undefined && !(await isLeftBehind(found, dataFolder))
}

const noteOf = (dataFolder: string, token: string): string => join(dataFolder, 'locks', token)

/** A lock; `unreadable` if what is there says nothing. */
type Found = Holder | 'unreadable'

/** Bytes. A lock has a few hundred. */
const MOST = 4096

async function readLock(path: string): Promise<Found | undefined> {
  try {
    const bytes = await readChecked(lockPathOf(path), (size) => {
      if (size > MOST) throw new Error('it is too long')
    })
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), HolderSchema), bytes.toString('utf8'))
    return read.success ? read.output : 'unreadable'
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
      ? undefined
      : 'unreadable'
  }
}

/**
 * Whether a lock was left by a process that has ended: one that this system knows to have ended, or one of this machine
 * before it was last started, which only the installation that wrote the lock can know.
 */
async function isLeftBehind(found: Found, dataFolder: string): Promise<boolean> {
  if (found === 'unreadable' || (found.token !== undefined && held.has(found.token))) return false
  const isAtWork = isRunning(found)
  // A process that has the number of this one is this one, and it does not hold the lock.
  if (isAtWork !== undefined) return !isAtWork || found.process === process.pid
  if (!isThisMachine(found)) return false
  // An earlier version wrote no token, and trusted the socket alone.
  if (found.token === undefined) return true
  return (await fileStamp(noteOf(dataFolder, found.token))) !== undefined
}

function openElsewhere(path: string, found: Found | undefined): OpenElsewhere {
  if (!found || found === 'unreadable')
    return new OpenElsewhere(
      'locked',
      `The project may be open on another machine or by another user: its lock file “${basename(lockPathOf(path))}” cannot be read. Nothing was changed. Close it there, and wait until the folder is synchronised.`,
    )
  const time = new Date(found.since).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  const sentence = isRunning(found)
    ? `The project is open in another Counterpoint on this machine (since ${time}). Nothing was changed. Close it there, then open it here.`
    : `The project is open on another machine (“${found.host}”, since ${time}). Nothing was changed. Close it there, and wait until the folder is synchronised.`
  return new OpenElsewhere('locked', sentence)
}

const notReplaced = (error: unknown): string => `The lock file could not be replaced: ${reasonOf(error)}.`
