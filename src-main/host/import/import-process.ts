import { ContractError } from '#api/errors'
import type { Imported } from '#domain/formats/import/format'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { isTextFormat } from '#domain/formats/import/readers'
import { formatFor } from './format-for'
import type { ReadAs } from './import-file'
import { endOf, faultOf, readAnswer, tooLong } from './import-process-answer'
import { forkImport, WORKER_PATH } from './import-process-fork'
import type { ForkImport, ImportChild } from './import-process-child'
import { Semaphore } from './semaphore'

const SECONDS = 1000

/** How long a file may take: most take seconds, but a PDF may have thousands of pages, and Markdown a million marks. */
const DEADLINE = 60 * SECONDS
const LONG_DEADLINE = 300 * SECONDS

/** Two at once keep a second core busy; more would only take memory. */
export const MOST_AT_ONCE = 2

/** Megabytes of JavaScript heap for each process. */
export const HEAP_LIMIT = 256

/** Bytes up to which a process that has read a text is reused for the next one. */
const SMALL = 1024 * 1024

/** How long a process waits for another text before it ends. */
const IDLE = 5 * SECONDS

/** A file's content: its bytes, or the path from which its process reads them. */
export type Content = Uint8Array | { readonly path: string }

type File = { readonly fileName: string } & ReadAs &
  ({ readonly bytes: Uint8Array } | { readonly path: string })

export interface ImportProcessOptions {
  /** Starts a process; Node's way unless the shell has another. */
  readonly fork?: ForkImport
  /** The module that the process runs. */
  readonly workerPath?: string
  /** Milliseconds, instead of the deadline of each format. */
  readonly deadline?: number
}

interface Job {
  readonly name: string | undefined
  progress: { done: number; of: number } | null
  /** Rejects the reading with this error, at whatever stage it is. */
  end(error: ContractError): void
}

const cancelled = () => new ContractError('cancelled', 'The import was cancelled. Nothing was changed.')

/**
 * Reads files, each in a process of its own with limited memory and a deadline, so that a hostile file harms only its
 * own parser. By the name of its job, a reading can be asked for its progress and cancelled.
 */
export class ImportProcesses {
  readonly #jobs = new Set<Job>()
  readonly #places = new Semaphore(MOST_AT_ONCE)
  readonly #idle: ImportChild[] = []
  #closed = false

  constructor(private readonly options: ImportProcessOptions = {}) {}

  /**
   * The content of a file. Throws a `ContractError` in words for the user.
   * @param name the name of the job
   * @param how how to read it, apart from what its name and content tell
   */
  async read(fileName: string, content: Content, name?: string, how: ReadAs = {}): Promise<Imported> {
    // Refuse files of unknown formats without starting a process.
    formatFor(fileName, content instanceof Uint8Array ? content.length : 0)
    let end: Job['end'] = () => undefined
    const ended = new Promise<never>((_resolve, reject) => (end = reject))
    const job: Job = { name, progress: null, end }
    this.#jobs.add(job)
    const place = this.#places.take()
    try {
      await Promise.race([place.come, ended])
      const file = { fileName, ...how, ...(content instanceof Uint8Array ? { bytes: content } : content) }
      const { child, waits } = this.#childFor(file)
      const { deadline = deadlineOf(fileName) } = this.options
      const timer = setTimeout(() => end(tooLong(deadline / SECONDS)), deadline)
      let sound = false
      try {
        const answer = await Promise.race([this.#ask(child, job, file, waits), ended])
        sound = true
        if (answer instanceof ContractError) throw answer
        return answer
      } finally {
        clearTimeout(timer)
        if (sound && isPlain(file) && !this.#closed) this.#keep(child)
        else child.kill()
      }
    } finally {
      this.#jobs.delete(job)
      place.leave()
    }
  }

  /** How far a reading is, in units of its format; null if it does not report progress. */
  progress(name: string): { done: number; of: number } | null {
    return [...this.#jobs].find((job) => job.name === name)?.progress ?? null
  }

  cancel(name: string): void {
    for (const job of this.#jobs) if (job.name === name) job.end(cancelled())
  }

  /** Stops every reading and its process. */
  close(): void {
    this.#closed = true
    for (const job of this.#jobs) job.end(cancelled())
    for (const child of this.#idle.splice(0)) child.kill()
  }

  /** Sends the file to the process and resolves to its content or to the error for the user. */
  #ask(child: ImportChild, job: Job, file: File, waits: boolean): Promise<Imported | ContractError> {
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
            return resolve(new ContractError(answer.code, answer.message))
          case 'fault':
            return reject(faultOf('its reader failed', answer.trace))
        }
      })
      child.onEnd((how) => reject(endOf(how)))
      if (waits) child.send(file)
    })
  }

  /** An idle process, or a new one. */
  #childFor(file: File): { child: ImportChild; waits: boolean } {
    const idle = isPlain(file) ? this.#idle.pop() : undefined
    if (idle) return { child: idle, waits: true }
    const { fork = forkImport, workerPath = WORKER_PATH } = this.options
    return { child: fork(workerPath, [`--max-old-space-size=${HEAP_LIMIT}`]), waits: false }
  }

  /** Keeps a process that has read a small text for the next one: starting a process takes longer than reading. */
  #keep(child: ImportChild): void {
    this.#idle.push(child)
    const letGo = () => {
      const place = this.#idle.indexOf(child)
      if (place < 0) return
      this.#idle.splice(place, 1)
      child.kill()
    }
    child.onMessage(letGo)
    child.onEnd(letGo)
    setTimeout(letGo, IDLE).unref()
  }
}

/** Text that our own code reads, which keeps nothing from one file to the next. */
function isPlain(file: File): boolean {
  const format = importFormatOf(file.fileName)
  return format !== undefined && isTextFormat(format.name) && 'bytes' in file && file.bytes.length <= SMALL
}

const deadlineOf = (fileName: string): number =>
  ['pdf', 'markdown'].includes(importFormatOf(fileName)?.name ?? '') ? LONG_DEADLINE : DEADLINE
