import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  BaseLost,
  keepGeneration,
  makeSnapshot,
  type UpcomingState,
  type Snapshot,
  type SnapshotJob,
} from './snapshot'

/** What the thread says. */
export type SnapshotMessage =
  | { readonly kind: 'announced'; readonly coming: UpcomingState }
  | { readonly kind: 'done'; readonly snapshot: Snapshot | undefined }
  | {
      readonly kind: 'failed'
      readonly baseLost: boolean
      readonly code: string | undefined
      readonly message: string
    }

/** What it is given. When it has announced, it is answered null, or why it must stop. */
export interface SnapshotTask {
  readonly what: 'write' | 'keep'
  readonly job: SnapshotJob
}

/** The module that the thread runs: an entry of the build beside the one that runs this. */
const WORKER_PATH = join(import.meta.dirname, 'snapshot-worker.js')

/** The sources themselves run in unit tests only, which have no build and so no module to start a thread with. */
const isBuilt = !import.meta.filename.endsWith('.ts')

/** Makes a snapshot in a thread of its own, so that nobody waits for it who is answering. */
export async function snapshotAside(
  job: SnapshotJob,
  announce: (coming: UpcomingState) => Promise<void>,
): Promise<Snapshot> {
  if (!isBuilt) return makeSnapshot(job, announce)
  return (await inThread({ what: 'write', job }, announce))!
}

/** Keeps the project's file as it stands in the history, in a thread of its own. */
export async function keepAside(job: SnapshotJob): Promise<void> {
  if (!isBuilt) return keepGeneration(job)
  await inThread({ what: 'keep', job }, () => Promise.resolve())
}

function inThread(
  task: SnapshotTask,
  announce: (coming: UpcomingState) => Promise<void>,
): Promise<Snapshot | undefined> {
  const worker = new Worker(WORKER_PATH, { workerData: task })
  return new Promise((done, failed) => {
    worker.on('message', (said: SnapshotMessage) => {
      if (said.kind === 'done') done(said.snapshot)
      else if (said.kind === 'failed') failed(errorOf(said))
      else
        announce(said.coming).then(
          () => worker.postMessage(null),
          (error: unknown) => worker.postMessage(error instanceof Error ? error.message : String(error)),
        )
    })
    worker.once('error', failed)
    worker.once('exit', () => failed(new Error('the thread that writes the file has ended')))
  })
}

const errorOf = ({ baseLost, code, message }: Extract<SnapshotMessage, { kind: 'failed' }>): Error =>
  baseLost ? new BaseLost(message) : Object.assign(new Error(message), code && { code })
