import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContractError } from '#api/errors'

/** Holds a project for one writer until released. */
export interface ProjectLock {
  release(): Promise<void>
}

/**
 * Takes the project's file for this process, or throws `locked`. The lock is a local socket that the process listens on:
 * the system closes it with its holder, so no crash leaves a lock behind. On macOS, where sockets are files that outlive
 * their process, one that nobody answers on is taken over.
 * @param path the real path of the project's file
 */
export async function lockProject(path: string): Promise<ProjectLock> {
  const name = `counterpoint-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`
  const address = addressOf(name)
  const server = (await listen(address)) ?? ((await abandoned(address)) ? await listen(address) : undefined)
  if (!server) {
    throw new ContractError(
      'locked',
      'The project is open in another Counterpoint. Close it there, then open it here; nothing was changed.',
    )
  }
  return { release: () => new Promise((done) => server.close(() => done())) }
}

function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(undefined) : failed(error),
    )
    server.listen(address, () => done(server.unref()))
  })
}

/** Whether the address is a socket file that no process listens on any more; if so it is removed. */
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
