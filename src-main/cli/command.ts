/** Where a command writes to. Tests replace the terminal with one of their own. */
export interface Terminal {
  /** Writes one line of output, for the user or for another program. A line break in it is shown as a character. */
  say(line: string): void
  /** Writes a sentence about an error, on one line. */
  complain(line: string): void
  /** Writes a file's bytes to standard output. */
  give(bytes: Uint8Array): Promise<void>
  /** Whether standard output is an interactive terminal. */
  readonly isScreen: boolean
}

/** One command of the command line: one file, and one line in `COMMANDS` in run.ts. */
export interface CliCommand {
  readonly name: string
  /** What it does, as shown in the list of commands. */
  readonly summary: string
  /** All of its help: usage, what it does, its options. */
  readonly help: string
  /**
   * Returns the exit code: 0 when everything succeeded, 1 when something failed. Throws `UsageError` for wrong usage.
   */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** The command line could not be understood: exit code 2. */
export class UsageError extends Error {}
