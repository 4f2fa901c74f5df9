import { randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import * as v from 'valibot'
import { contentHash } from '../files/durable-file'

/** What a Counterpoint says about itself while it has a project open. */
export const HolderSchema = v.object({
  format: v.literal('counterpoint-lock'),
  machine: v.string(),
  host: v.pipe(v.string(), v.maxLength(255)),
  process: v.pipe(v.number(), v.integer(), v.minValue(1)),
  since: v.pipe(v.string(), v.isoTimestamp()),
  /** Tells this lock from every other. */
  token: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
  /** Where the number of the process means something: one run of one system. */
  system: v.optional(v.string()),
  /** When the process began, in ticks of that system. */
  started: v.optional(v.number()),
})

export type Holder = v.InferOutput<typeof HolderSchema>

/** A new lock of this process. */
export const newHolder = (): Holder & { readonly token: string } => ({
  format: 'counterpoint-lock',
  ...{ machine: machine(), host: hostname(), process: process.pid, since: new Date().toISOString() },
  token: randomBytes(16).toString('hex'),
  ...{ system: system(), started: startOf(process.pid) },
})

/** Whether the holder is a process of this machine, as far as its name and id tell: those of a clone are the same. */
export const isThisMachine = (holder: Holder): boolean => holder.machine === machine()

/** Whether the process still runs; undefined if that cannot be known from here. */
export function isRunning(holder: Holder): boolean | undefined {
  if (holder.system === undefined || holder.system !== system()) return undefined
  try {
    process.kill(holder.process, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(holder.process)
  return started === undefined || holder.started === undefined || started === holder.started
}

/** An id of this machine: the same for all programs and users. */
const machine = (): string => hashOf(`${hostname()} ${read('/etc/machine-id')}`)

/** An id of this run of the system and its list of processes: containers have lists of their own. Only on Linux. */
function system(): string | undefined {
  const boot = read('/proc/sys/kernel/random/boot_id')
  if (boot === '') return undefined
  try {
    return hashOf(`${boot} ${readlinkSync('/proc/self/ns/pid')}`)
  } catch {
    return undefined
  }
}

/** When a process began; undefined if that cannot be read, -1 if it has ended and nobody has taken note yet. */
function startOf(id: number): number | undefined {
  const stat = read(`/proc/${id}/stat`)
  // The name of the program before this may have any characters.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z' || state === 'X') return -1
  const ticks = Number(fields[18])
  return Number.isFinite(ticks) ? ticks : undefined
}

const hashOf = (text: string): string => contentHash(text).slice(0, 24)

/** A short file, trimmed; empty if it cannot be read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}
