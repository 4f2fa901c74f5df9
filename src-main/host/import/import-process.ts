import { ContractError } from '#api/errors'
import type { Imported } from '#domain/formats/import/format'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { isTextFormat } from '#domain/formats/import/readers'
import { formatFor } from './import-file'
import { endOf, faultOf, readAnswer, tooLong } from './import-process-answer'
import { forkImport, WORKER_PATH } from './import-process-fork'
import type { ForkImport, ImportChild } from './import-process-child'
import { Semaphore } from './semaphore'

const SECONDS = 1000

/** How long a file may take: text is read in a moment, thousands of pages are not. */
export const TEXT_DEADLINE = 60 * SECONDS
export const PDF_DEADLINE = 300 * SECONDS

/** Two at once keep a second core busy; more would only take memory. */
export const MOST_AT_ONCE = 2

/** Megabytes of JavaScript heap for a file. */
export const HEAP_LIMIT = 256

/** Bytes of a text that leaves its process fit for another. */
const SMALL = 1024 * 1024

/** How long a process waits for another text. */
const IDLE = 5 * SECONDS

/** What a file has in it: its bytes, or the path at which its process finds them. */
export type Content = Uint8Array | { readonly path: string }

type File = { readonly fileName: string } & ({ readonly bytes: Uint8Array } | { readonly path: string })

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
  readonly #places = new Semaphore(MOST_AT_ONCE)
  readonly #idle: ImportChild[] = []
  #closed = false

  constructor(private readonly options: ImportProcessOptions = {}) {}

  /** What the file holds. Throws a `ContractError` with words for the user. */
  async read(fileName: string, content: Content, name?: string): Promise<Imported> {
    // What no format reads is not worth a process.
    formatFor(fileName, content instanceof Uint8Array ? content.length : 0)
    let end: Job['end'] = () => undefined
    const ended = new Promise<never>((_resolve, reject) => (end = reject))
    const job: Job = { name, progress: null, end }
    this.#jobs.add(job)
    const place = this.#places.take()
    try {
      await Promise.race([place.come, ended])
      const file = { fileName, ...(content instanceof Uint8Array ? { bytes: content } : content) }
      const { child, waits } = this.#childFor(file)
      const { deadline = deadlineOf(fileName) } = this.options
      const timer = setTimeout(() => end(faultOf(tooLong(deadline / SECONDS))), deadline)
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

  /** How far a reading has come, in what its format counts; null when it does not say. */
  progress(name: string): { done: number; of: number } | null {
    return [...this.#jobs].find((job) => job.name === name)?.progress ?? null
  }

  cancel(name: string): void {
    for (const job of this.#jobs) if (job.name === name) job.end(cancelled())
  }

  /** Ends every reading and its process. */
  close(): void {
    this.#closed = true
    for (const job of this.#jobs) job.end(cancelled())
    for (const child of this.#idle.splice(0)) child.kill()
  }

  /** What the process makes of the file: what it holds, or the words in which it is refused. */
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
      child.onEnd((how) => reject(faultOf(endOf(how))))
      if (waits) child.send(file)
    })
  }

  /** A process that waits for a file, or a new one. */
  #childFor(file: File): { child: ImportChild; waits: boolean } {
    const idle = isPlain(file) ? this.#idle.pop() : undefined
    if (idle) return { child: idle, waits: true }
    const { fork = forkImport, workerPath = WORKER_PATH } = this.options
    return { child: fork(workerPath, [`--max-old-space-size=${HEAP_LIMIT}`]), waits: false }
  }

  /** A process that has read a small text can read the next: starting one takes longer than reading. */
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

/** Text that is read by code of ours, which keeps nothing from one file to the next. */
function isPlain(file: File): boolean {
  const format = importFormatOf(file.fileName)
  return format !== undefined && isTextFormat(format.name) && 'bytes' in file && file.bytes.length <= SMALL
}

const deadlineOf = (fileName: string): number =>
  importFormatOf(fileName)?.name === 'pdf' ? PDF_DEADLINE : TEXT_DEADLINE
