import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ExportPreview } from '#api/endpoints/export'
import { ContractError } from '#api/errors'
import type { ExportAsked } from './export-file'
import type { ExportProgress } from './export-progress'
import type { ExportAnswer, ExportedFile, ExportMessage, ExportTask } from './export-task'

/** The module that the thread runs: an entry of the build, in the same folder as this code. */
const WORKER_PATH = join(import.meta.dirname, 'export-worker.js')

/** Unit tests run the sources, without a build and so without a module for the thread. */
const isBuilt = !import.meta.filename.endsWith('.ts')

/** Milliseconds for which a thread is kept for the next export. Starting one takes half a second. */
const KEPT = 60_000

/**
 * Exports in threads, so that the host can answer requests meanwhile: a map of 300 cards takes seconds. An export can be
 * cancelled by the name of its job.
 */
export class ExportThreads {
  readonly #running = new Map<string, () => void>()
  readonly #progress = new Map<string, ExportProgress>()
  #idle: Worker | undefined
  #letGo: ReturnType<typeof setTimeout> | undefined

  /** The file that an export writes. Throws a `ContractError`, among others `cancelled`. */
  file = async (format: string, asked: ExportAsked, job?: string): Promise<ExportedFile> =>
    (await this.#run({ what: 'file', format, asked }, job)) as ExportedFile

  /** The beginning of what an export would write. */
  preview = async (format: string, asked: ExportAsked, job?: string): Promise<ExportPreview> =>
    (await this.#run({ what: 'preview', format, asked }, job)) as ExportPreview

  /** How far an export is; null if it has not said so yet, or is over. */
  progress = (job: string): ExportProgress | null => this.#progress.get(job) ?? null

  cancel(job: string): void {
    this.#running.get(job)?.()
  }

  /** Ends all threads. */
  close(): void {
    for (const cancel of this.#running.values()) cancel()
    this.#end(this.#idle)
    this.#idle = undefined
    clearTimeout(this.#letGo)
  }

  async #run(task: ExportTask, job?: string): Promise<ExportedFile | ExportPreview> {
    if (!isBuilt) return (await import('./run-export')).runExport(task)
    clearTimeout(this.#letGo)
    const worker = this.#idle ?? new Worker(WORKER_PATH)
    this.#idle = undefined
    worker.ref()
    try {
      const answer = await this.#ask(worker, task, job)
      this.#keep(worker)
      if (answer.kind === 'done') return answer.result
      throw answer.code ? new ContractError(answer.code, answer.message) : new Error(answer.message)
    } finally {
      if (job !== undefined) {
        this.#running.delete(job)
        this.#progress.delete(job)
      }
    }
  }

  #ask(worker: Worker, task: ExportTask, job: string | undefined): Promise<ExportAnswer> {
    return new Promise((done, failed) => {
      worker.removeAllListeners()
      worker.on('message', (message: ExportMessage) => {
        if (message.kind !== 'progress') done(message)
        else if (job !== undefined) this.#progress.set(job, message.progress)
      })
      worker.once('error', failed)
      worker.once('exit', () => failed(new Error('the thread that exports has ended')))
      if (job !== undefined)
        this.#running.set(job, () => {
          failed(new ContractError('cancelled', 'The export was cancelled. Nothing was written.'))
          this.#end(worker)
        })
      worker.postMessage(task)
    })
  }

  /** Keeps a thread for the next export, and lets the process end all the same. */
  #keep(worker: Worker): void {
    worker.removeAllListeners()
    worker.on('error', () => undefined)
    worker.unref()
    if (this.#idle) return this.#end(worker)
    this.#idle = worker
    this.#letGo = setTimeout(() => {
      this.#end(this.#idle)
      this.#idle = undefined
    }, KEPT).unref()
  }

  #end(worker: Worker | undefined): void {
    worker?.removeAllListeners()
    worker?.on('error', () => undefined)
    void worker?.terminate()
  }
}
