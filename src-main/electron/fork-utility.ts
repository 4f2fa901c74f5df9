import { utilityProcess } from 'electron'
import type { ForkImport } from '#host/import/import-process-child'

/** Starts an import process as an Electron utility process. */
export const forkUtility: ForkImport = (path, execArgv) => {
  const child = utilityProcess.fork(path, [], {
    execArgv: [...execArgv],
    stdio: 'ignore',
    serviceName: 'Counterpoint import',
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.removeAllListeners('message').on('message', listener),
    onEnd: (listener) =>
      void child.removeAllListeners('exit').once('exit', (code) => listener({ code, signal: null })),
    kill: () => void child.kill(),
  }
}
