import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { ForkImport, ProcessEnd } from './import-process-child'
import { forkInPlace } from './import-process-in-place'

/** The module that reads a file in a process of its own: an entry of the build beside the one that runs this. */
export const WORKER_PATH = join(import.meta.dirname, 'import-worker.js')

/** Node's way. What the process prints is nobody's: V8 tells at length when its heap is full. */
export const forkNode: ForkImport = (path, execArgv) => {
  const child = fork(path, [], {
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Under Electron a process is Node only when it is told to be.
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
  })
  let hear: (message: unknown) => void = () => undefined
  let end: (how: ProcessEnd) => void = () => undefined
  child.on('message', (message) => hear(message))
  child.once('exit', (code, signal) => end({ code, signal }))
  // A message that could not be sent, or a process that was gone when it was to be ended, is told by its exit.
  child.on('error', () => child.pid === undefined && end({ code: null, signal: null, unstarted: true }))
  return {
    send: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void (hear = listener),
    onEnd: (listener) => void (end = listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** The sources themselves run in unit tests only, which have no build and so no module to start a process with. */
const isBuilt = !import.meta.filename.endsWith('.ts')

export const forkImport: ForkImport = isBuilt ? forkNode : forkInPlace
