import { isMainThread, Worker } from 'node:worker_threads'
import { withoutNetwork } from './without-network'

/**
 * The import process. A second thread watches it from the start, because a file can keep the first one busy for ever.
 */
if (isMainThread) {
  withoutNetwork()
  const { listen } = await import('./import-process-listen')
  new Worker(new URL(import.meta.url)).unref()
  listen()
} else {
  const { watch } = await import('./import-process-watch')
  watch()
}
