import { parentPort, workerData } from 'node:worker_threads'
import { bandOf, ready, type BandTask } from './picture-band'

await ready(Promise.resolve(workerData as WebAssembly.Module))
parentPort!.on('message', (task: BandTask) => {
  // What fails ends the thread, which tells the one that asked.
  void bandOf(task).then((band) => parentPort!.postMessage(band))
})
