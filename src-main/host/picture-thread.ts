import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { rowsOf, type RowsTask } from './picture-rows'

/** The module that the thread runs: an entry of the build beside the one that runs this. */
const WORKER_PATH = join(import.meta.dirname, 'picture-worker.js')

/** The sources themselves run in unit tests only, which have no build and so no module to start a thread with. */
const isBuilt = !import.meta.filename.endsWith('.ts')

/** Draws rows of a picture in a thread of its own; rejects with what stood in the way. */
export function drawRows(task: RowsTask): Promise<Uint8Array> {
  if (!isBuilt) return rowsOf(task)
  const worker = new Worker(WORKER_PATH, { workerData: task })
  return new Promise((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
    worker.once('exit', () => failed(new Error('the thread that draws the picture has ended')))
  })
}
