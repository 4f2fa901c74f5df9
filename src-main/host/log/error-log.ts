import { join } from 'node:path'
import type { Input } from '#api/endpoints'
import { env } from '../env'
import { errorEntry, reportOf } from './error-entry'
import { LogFile } from './log-file'

/** The log of unexpected errors, in the data folder. */
export class ErrorLog {
  readonly #file: LogFile

  /** @param program the version and the edition, for each entry */
  constructor(
    dataFolder: string,
    private readonly program: string,
  ) {
    this.#file = new LogFile(join(dataFolder, 'counterpoint.log'))
  }

  get path(): string {
    return this.#file.path
  }

  /** Logs an error from the page. */
  write(report: Input<'log.write'>): void {
    this.#file.write(errorEntry(env.now(), this.program, report))
  }

  /** Logs an error of this process. */
  record = (error: unknown): void => this.write(reportOf(error))
}
