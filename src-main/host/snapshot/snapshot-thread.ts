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

/** A message from the thread. */
export type SnapshotMessage =
  | { readonly kind: 'announced'; readonly coming: UpcomingState }
  | { readonly kind: 'done'; readonly snapshot: Snapshot | undefined }
  | {
      readonly kind: 'failed'
      readonly baseLost: boolean
      readonly code: string | undefined
      readonly message: string
    }

/** Why the thread must stop. */
export interface Stop {
  readonly code: string | undefined
  readonly message: string
}

/** The thread's input. After `announce` it receives null, or why it must stop. */
export interface SnapshotTask {
  readonly what: 'write' | 'keep'
  readonly job: SnapshotJob
}

/** The module that the thread runs: an entry of the build, in the same folder as this code. */
const WORKER_PATH = join(import.meta.dirname, 'snapshot-worker.js')

/** Unit tests run the sources, without a build and so without a module for the thread. */
const isBuilt = !import.meta.filename.endsWith('.ts')

/** Makes a snapshot in a thread, so that the host can answer requests meanwhile. */
export async function snapshotAside(
  job: SnapshotJob,
  announce: (coming: UpcomingState) => Promise<void>,
): Promise<Snapshot> {
  if (!isBuilt) return makeSnapshot(job, announce)
  return (await inThread({ what: 'write', job }, announce))!
}

/** Keeps the project's file in the history, in a thread. */
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
          (error: unknown) => worker.postMessage(stopFor(error)),
        )
    })
    worker.once('error', failed)
    worker.once('exit', () => failed(new Error('the thread that writes the file has ended')))
  })
}

function stopFor(error: unknown): Stop {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) }
  return { code: (error as NodeJS.ErrnoException).code, message: error.message }
}

const errorOf = ({ baseLost, code, message }: Extract<SnapshotMessage, { kind: 'failed' }>): Error =>
  baseLost ? new BaseLost(message) : Object.assign(new Error(message), code && { code })
