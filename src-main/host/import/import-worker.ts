import { isMainThread, Worker } from 'node:worker_threads'

/**
 * The process that reads one file. A second thread watches over it from the start, since the first can be kept busy by a
 * file for ever.
 */
if (isMainThread) {
  const { listen } = await import('./import-process-listen')
  new Worker(new URL(import.meta.url)).unref()
  listen()
} else {
  const { watch } = await import('./import-process-watch')
  watch()
}
