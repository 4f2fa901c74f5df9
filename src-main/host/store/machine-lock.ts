import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import * as v from 'valibot'
import { ContractError } from '#api/errors'
import { takeAccess } from '../files/file-access'
import { fileStamp } from '../files/durable-file'

/** What a machine says about itself while it has a project open. */
const HolderSchema = v.object({
  format: v.literal('counterpoint-lock'),
  machine: v.string(),
  host: v.pipe(v.string(), v.maxLength(255)),
  process: v.number(),
  since: v.pipe(v.string(), v.isoTimestamp()),
})

type Holder = v.InferOutput<typeof HolderSchema>

/** The project is open on another machine, or was when that machine last wrote to its folder. */
export class OpenElsewhere extends ContractError {}

/** The path of the lock file of a project, beside its file. */
export const lockPathOf = (path: string): string => `${path}.lock`

/**
 * Tells other machines that share a project's folder that it is open on this one. Between processes of one machine the
 * socket decides (decision 0003). Nobody can know whether another machine is still at work: so its lock counts until the
 * user takes over, and a machine that has lost the lock writes nothing more.
 */
export class MachineLock {
  #stamp: string | undefined

  private constructor(
    private readonly path: string,
    private readonly own: Holder,
  ) {}

  /**
   * Locks a project, while its socket is held. Throws `OpenElsewhere` if another machine has it open.
   * @param takeOver whether the user takes over the lock of another machine
   * @returns undefined if no lock can be written there: then the project cannot be saved there either
   */
  static async take(path: string, takeOver: boolean): Promise<MachineLock | undefined> {
    const own: Holder = {
      format: 'counterpoint-lock',
      ...{ machine: machine(), host: hostname(), process: process.pid, since: new Date().toISOString() },
    }
    const lock = new MachineLock(path, own)
    const other = await lock.#other()
    if (other && !takeOver) throw openElsewhere(other)
    return lock.#write().then(
      () => lock,
      () => undefined,
    )
  }

  /** Throws `OpenElsewhere` if another machine has taken over. One `stat` if not. */
  async confirm(): Promise<void> {
    if (this.#stamp !== undefined && (await fileStamp(lockPathOf(this.path))) === this.#stamp) return
    const other = await this.#other()
    if (other) throw openElsewhere(other)
    await this.#write().catch(() => undefined)
  }

  /** Removes the lock unless it is that of another machine. */
  async release(): Promise<void> {
    if (!(await this.#other())) await rm(lockPathOf(this.path), { force: true }).catch(() => undefined)
  }

  /** The machine that has the lock, if it is another. */
  #other = (): Promise<Holder | undefined> => otherHolder(this.path)

  async #write(): Promise<void> {
    const path = lockPathOf(this.path)
    // It need not survive a power cut, and a half-written one does not count.
    await writeFile(path, `${JSON.stringify(this.own)}\n`, { mode: 0o600 })
    await takeAccess(this.path, path)
    this.#stamp = await fileStamp(path)
  }
}

/** The other machine that has a project open; undefined if there is none. */
export async function otherHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(lockPathOf(path), 'utf8').catch(() => '')
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), HolderSchema), text)
  return read.success && read.output.machine !== machine() ? read.output : undefined
}

function openElsewhere({ host, since }: Holder): OpenElsewhere {
  const time = new Date(since).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return new OpenElsewhere(
    'locked',
    `The project is open on another machine (“${host}”, since ${time}). Nothing was changed. Close it there, and wait until the folder is synchronised.`,
  )
}

/** An id of this machine: the same for all programs and users. */
const machine = (): string =>
  createHash('sha256').update(`${hostname()} ${machineId()}`).digest('hex').slice(0, 24)

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return ''
  }
}
