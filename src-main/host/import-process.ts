import { ContractError } from '#api/errors'
import type { Imported } from '#domain/formats/import/format'
import { importFormatOf } from '#domain/formats/import/registry'
import { endOf, faultOf, readAnswer, tooLong } from './import-process-answer'
import { forkImport, WORKER_PATH } from './import-process-fork'
import type { ForkImport, ImportChild } from './import-process-child'

const SECONDS = 1000

/** How long a file may take: text is read in a moment, thousands of pages are not. */
export const TEXT_DEADLINE = 60 * SECONDS
export const PDF_DEADLINE = 300 * SECONDS

/** Two at once keep a second core busy; more would only take memory. */
export const MOST_AT_ONCE = 2

/** Megabytes of JavaScript heap for a file. */
export const HEAP_LIMIT = 256

export interface ImportProcessOptions {
  /** Starts a process; Node's own way unless the shell has another. */
  readonly fork?: ForkImport
  /** The module that the process runs. */
  readonly workerPath?: string
  /** Milliseconds, for every format alike. */
  readonly deadline?: number
}

interface Job {
  readonly name: string | undefined
  progress: { done: number; of: number } | null
  /** Makes the reading fail with this, wherever it is. */
  end(error: ContractError): void
}

const cancelled = () => new ContractError('cancelled', 'The import was cancelled. Nothing was changed.')

/**
 * Reads files, each in a process of its own with little memory and a deadline: whatever a file does to its parser, it
 * does it there. A reading can be asked how far it is, and be cancelled, by the name of its job.
 */
export class ImportProcesses {
  readonly #jobs = new Set<Job>()
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(private readonly options: ImportProcessOptions = {}) {}

  /** What the file holds. Throws a `ContractError` with words for the user. */
  async read(fileName: string, bytes: Uint8Array, name?: string): Promise<Imported> {
    let end: Job['end'] = () => undefined
    const ended = new Promise<never>((_resolve, reject) => (end = reject))
    const job: Job = { name, progress: null, end }
    this.#jobs.add(job)
    const turn = this.#turn()
    try {
      await Promise.race([turn.come, ended])
      const { fork = forkImport, workerPath = WORKER_PATH, deadline = deadlineOf(fileName) } = this.options
      const child = fork(workerPath, [`--max-old-space-size=${HEAP_LIMIT}`])
      const timer = setTimeout(() => end(faultOf(tooLong(deadline / SECONDS))), deadline)
      try {
        return await Promise.race([this.#ask(child, job, { fileName, bytes }), ended])
      } finally {
        clearTimeout(timer)
        child.kill()
      }
    } finally {
      this.#jobs.delete(job)
      turn.leave()
    }
  }

  /** How far a reading has come, in what its format counts; null when it does not say. */
  progress(name: string): { done: number; of: number } | null {
    return [...this.#jobs].find((job) => job.name === name)?.progress ?? null
  }

  cancel(name: string): void {
    for (const job of this.#jobs) if (job.name === name) job.end(cancelled())
  }

  /** Ends every reading and its process. */
  close(): void {
    for (const job of this.#jobs) job.end(cancelled())
  }

  #ask(child: ImportChild, job: Job, file: { fileName: string; bytes: Uint8Array }): Promise<Imported> {
    return new Promise((resolve, reject) => {
      child.onMessage((message) => {
        const answer = readAnswer(message)
        switch (answer?.kind) {
          case 'ready':
            return child.send(file)
          case 'progress':
            job.progress = { done: answer.done, of: answer.of }
            return
          case 'imported':
            return resolve(answer.imported)
          case 'refused':
            return reject(new ContractError(answer.code, answer.message))
          case 'fault':
            return reject(faultOf('its reader failed', answer.trace))
        }
      })
      child.onEnd((how) => reject(faultOf(endOf(how))))
    })
  }

  /** A place among those that run: `come` is there when one is free, `leave` gives it up, got or not. */
  #turn(): { come: Promise<void>; leave: () => void } {
    let start: () => void = () => undefined
    const come = new Promise<void>((resolve) => (start = resolve))
    if (this.#running < MOST_AT_ONCE) {
      this.#running += 1
      start()
    } else this.#waiting.push(start)
    const leave = () => {
      const place = this.#waiting.indexOf(start)
      if (place >= 0) this.#waiting.splice(place, 1)
      else if (this.#waiting.length > 0) this.#waiting.shift()?.()
      else this.#running -= 1
    }
    return { come, leave }
  }
}

const deadlineOf = (fileName: string): number =>
  importFormatOf(fileName)?.name === 'pdf' ? PDF_DEADLINE : TEXT_DEADLINE
