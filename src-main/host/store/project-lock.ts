import { rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { basename, dirname } from 'node:path'
import * as v from 'valibot'
import { ContractError } from '#api/errors'
import { contentHash } from '../files/durable-file'
import { socketAddress } from './local-socket'

/** What the holder of a lock says about itself. */
const HolderSchema = v.object({
  edition: v.picklist(['desktop', 'browser']),
  since: v.pipe(v.string(), v.isoTimestamp()),
})

/** Holds a project's file for one writer until released. */
export interface ProjectLock {
  release(): Promise<void>
}

/**
 * Locks the project's file for this process, or throws `locked`. The lock is two local sockets on which the process
 * listens: one is named after the folder itself, which several paths may lead to, the other after the path. The system
 * closes them when the process ends, so a crash leaves no lock behind. On macOS, where sockets are files that outlive
 * their process, a socket that nobody answers on is taken over.
 * @param path the real path of the project's file
 */
export async function lockProject(path: string): Promise<ProjectLock> {
  const held: Server[] = []
  const release = async (): Promise<void> => {
    await Promise.all(held.map((server) => new Promise<void>((done) => server.close(() => done()))))
  }
  for (const name of new Set([await placeOf(path), path])) {
    const address = socketAddress(`counterpoint-${contentHash(name).slice(0, 24)}`)
    const server = (await listen(address)) ?? ((await abandoned(address)) ? await listen(address) : undefined)
    if (server) held.push(server)
    else {
      await release()
      throw new ContractError(
        'locked',
        `The project is open in another Counterpoint${await holderOf(address)}. Nothing was changed. Close it there, then open it here.`,
      )
    }
  }
  return { release }
}

/** What identifies the file by the folder that has it, whatever path leads there; the path if there is no folder. */
async function placeOf(path: string): Promise<string> {
  const folder = await stat(dirname(path), { bigint: true }).catch(() => undefined)
  return folder ? `${folder.dev} ${folder.ino} ${basename(path)}` : path
}

/** Whether nobody holds the lock. */
export async function isFree(path: string): Promise<boolean> {
  try {
    await (await lockProject(path)).release()
    return true
  } catch (error) {
    if (error instanceof ContractError && error.code === 'locked') return false
    throw error
  }
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, failed) => {
    const edition = process.versions['electron'] ? 'desktop' : 'browser'
    const holder = JSON.stringify({ edition, since: new Date().toISOString() })
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end(holder, () => socket.destroy())
    })
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : failed(error),
    )
    server.listen(address, () => done(server.unref()))
  })
}

/** Milliseconds to wait for the holder's answer before it counts as unknown. */
const PATIENCE = 300

/** The holder and the time of locking, for use within a sentence; empty if it does not say. */
function holderOf(address: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(address)
    let said = ''
    const end = () => {
      socket.destroy()
      const holder = v.safeParse(v.pipe(v.string(), v.parseJson(), HolderSchema), said)
      if (!holder.success) return done('')
      const since = new Date(holder.output.since).toLocaleTimeString('en', {
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      })
      done(` (${holder.output.edition} edition, since ${since})`)
    }
    socket.setTimeout(PATIENCE, end)
    socket.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(0, 200)))
    socket.once('end', end)
    socket.once('error', end)
  })
}

/** Removes a socket file on which no process listens any more. Returns whether it did. */
function abandoned(address: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32') return Promise.resolve(false)
  return new Promise((done) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      done(false)
    })
    socket.once('error', () => done(rm(address, { force: true }).then(() => true)))
  })
}
