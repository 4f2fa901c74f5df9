import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { OnProgress } from './export-progress'
import { bandOf, compiled, type BandTask } from './picture-band'
import type { PackedRows } from './png-file'

/** The module that the threads run: an entry of the build, in the same folder as this code. */
const WORKER_PATH = join(import.meta.dirname, 'picture-worker.js')

/** Unit tests run the sources, without a build and so without a module for the threads. */
const isBuilt = !import.meta.filename.endsWith('.ts')

/**
 * Draws and compresses bands of a picture in up to `threads` threads. Rejects with the error of the first band that
 * failed.
 */
export async function drawBands(
  tasks: readonly BandTask[],
  threads: number,
  onProgress: OnProgress = () => undefined,
): Promise<PackedRows[]> {
  const bands: PackedRows[] = []
  let [next, drawn] = [0, 0]
  const drawOn = async (draw: (task: BandTask) => Promise<PackedRows>) => {
    while (next < tasks.length) {
      const index = next++
      bands[index] = await draw(tasks[index]!)
      onProgress({ done: ++drawn, of: tasks.length })
    }
  }
  const drawInThread = async () => {
    const worker = new Worker(WORKER_PATH, { workerData: await compiled() })
    const ended = once(worker, 'exit').then(() => {
      throw new Error('the thread that draws the picture has ended')
    })
    try {
      await drawOn(async (task) => {
        worker.postMessage(task)
        const [band] = (await Promise.race([once(worker, 'message'), ended])) as [PackedRows]
        return band
      })
    } finally {
      // After a failure the remaining bands are useless.
      next = tasks.length
      ended.catch(() => undefined)
      void worker.terminate()
    }
  }
  await (isBuilt ? Promise.all(Array.from({ length: threads }, drawInThread)) : drawOn(bandOf))
  return bands
}
