import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The size in bytes at which a new file begins, and the number of older files kept. */
const SIZE_LIMIT = 1024 * 1024
const OLDER_FILES = 2

/**
 * A text file that grows by entries. A full file is renamed to `.1`, an older one to `.2`. Only its owner can read
 * it. Entries are written synchronously, so that the last entry before a crash is kept.
 */
export class LogFile {
  constructor(
    readonly path: string,
    private readonly sizeLimit = SIZE_LIMIT,
  ) {}

  /** Appends an entry. Never throws: a log that cannot be written must not break the code that reports to it. */
  write(entry: string): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 })
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
