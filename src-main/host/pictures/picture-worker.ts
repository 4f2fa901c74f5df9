import { parentPort, workerData } from 'node:worker_threads'
import { bandOf, ready, type BandTask } from './picture-band'

await ready(Promise.resolve(workerData as WebAssembly.Module))
parentPort!.on('message', (task: BandTask) => {
  // A failure ends the thread and is reported to the thread that started it.
  void bandOf(task).then((band) => parentPort!.postMessage(band))
})
