import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { bandOf, compiled, type BandTask } from './picture-band'
import type { PackedRows } from './png-file'

/** The module that the threads run: an entry of the build beside the one that runs this. */
const WORKER_PATH = join(import.meta.dirname, 'picture-worker.js')

/** The sources themselves run in unit tests only, which have no build and so no module to start a thread with. */
const isBuilt = !import.meta.filename.endsWith('.ts')

/**
 * Draws bands of a picture, each in one of so many threads, and packs them there; rejects with what stood in the way of
 * the first that failed.
 */
export async function drawBands(tasks: readonly BandTask[], threads: number): Promise<PackedRows[]> {
  const bands: PackedRows[] = []
  let next = 0
  const drawOn = async (draw: (task: BandTask) => Promise<PackedRows>) => {
    while (next < tasks.length) {
      const index = next++
      bands[index] = await draw(tasks[index]!)
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
      // What is left is of no use once one has failed.
      next = tasks.length
      ended.catch(() => undefined)
      void worker.terminate()
    }
  }
  await (isBuilt ? Promise.all(Array.from({ length: threads }, drawInThread)) : drawOn(bandOf))
  return bands
}
