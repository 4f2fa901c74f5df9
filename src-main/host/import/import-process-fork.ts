import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { ForkImport, ProcessEnd } from './import-process-child'
import { forkInPlace } from './import-process-in-place'

/** The module that an import process runs: an entry of the build, in the same folder as this code. */
export const WORKER_PATH = join(import.meta.dirname, 'import-worker.js')

/** Starts an import process with Node. Its output is ignored: V8 prints a long report when its heap is full. */
export const forkNode: ForkImport = (path, execArgv) => {
  const child = fork(path, [], {
    execArgv: [...execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Electron's executable acts as Node only with this variable.
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1' },
  })
  let hear: (message: unknown) => void = () => undefined
  let end: (how: ProcessEnd) => void = () => undefined
  child.on('message', (message) => hear(message))
  child.once('exit', (code, signal) => end({ code, signal }))
  // An unsent message or a failed kill needs no handling here: `exit` reports the end of the process.
  child.on('error', () => child.pid === undefined && end({ code: null, signal: null, unstarted: true }))
  return {
    send: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void (hear = listener),
    onEnd: (listener) => void (end = listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Unit tests run the sources, without a build and so without a module for the process. */
const isBuilt = !import.meta.filename.endsWith('.ts')

export const forkImport: ForkImport = isBuilt ? forkNode : forkInPlace
