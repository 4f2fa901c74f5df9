import { appendFileSync, renameSync, statSync } from 'node:fs'

/** Bytes after which the log starts a new file, and how many older files stay beside it. */
const SIZE_LIMIT = 1024 * 1024
const OLDER_FILES = 2

/**
 * A text file that grows entry by entry and is renamed to `.1`, `.2` when it is full. Only its owner can read it. It is
 * written synchronously, so that the last entry of a process that crashes is in it.
 */
export class LogFile {
  constructor(
    readonly path: string,
    private readonly sizeLimit = SIZE_LIMIT,
  ) {}

  /** Appends one entry. Never throws: a log that cannot be written must not break what it reports on. */
  write(entry: string): void {
    try {
      const size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
      const bytes = Buffer.byteLength(entry) + 1
      if (size > 0 && size + bytes > this.sizeLimit) this.#rotate()
      appendFileSync(this.path, `${entry}\n`, { mode: 0o600 })
    } catch (error) {
      console.error(error)
    }
  }

  #rotate(): void {
    for (let age = OLDER_FILES; age >= 1; age--) {
      const newer = age === 1 ? this.path : `${this.path}.${age - 1}`
      if (statSync(newer, { throwIfNoEntry: false })) renameSync(newer, `${this.path}.${age}`)
    }
  }
}
