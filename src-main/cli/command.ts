/** What a command reads from and writes to, so that tests can stand in for the terminal. */
export interface Terminal {
  /** Writes a line for the user or for a program that reads along. */
  say(line: string): void
  /** Writes a sentence about what went wrong. */
  complain(line: string): void
  /** Writes a file's bytes to standard output. */
  give(bytes: Uint8Array): Promise<void>
  /** Whether standard output is a screen with somebody in front of it. */
  readonly isScreen: boolean
}

/** One command of the command line: one file, and one line in the list in main.ts. */
export interface CliCommand {
  readonly name: string
  /** What it does, in the words of the list of commands. */
  readonly summary: string
  /** All of its help: usage, what it does, its options. */
  readonly help: string
  /** @returns the exit code: 0 when all went well, 1 when something did not. Throws `UsageError` for wrong usage. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends Error {}
