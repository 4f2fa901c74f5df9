import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { BaseLost, keepGeneration, makeSnapshot, type UpcomingState } from './snapshot'
import type { SnapshotMessage, SnapshotTask, Stop } from './snapshot-thread'

const port = parentPort!
const say = (said: SnapshotMessage) => port.postMessage(said)

async function announce(coming: UpcomingState): Promise<void> {
  const answered = once(port, 'message')
  say({ kind: 'announced', coming })
  const [stop] = (await answered) as [Stop | null]
  if (stop !== null) throw Object.assign(new Error(stop.message), { code: stop.code })
}

const { what, job } = workerData as SnapshotTask
try {
  const snapshot = what === 'write' ? await makeSnapshot(job, announce) : undefined
  if (what === 'keep') await keepGeneration(job)
  say({ kind: 'done', snapshot })
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  say({ kind: 'failed', baseLost: error instanceof BaseLost, code, message })
}
port.close()
