/** How a process ended: its exit code, or the signal that ended it. `unstarted` if it could not be started. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: string | null
  readonly unstarted?: boolean
}

/** A process that reads files: the part that Node's and Electron's processes have in common. */
export interface ImportChild {
  /** Sends a message by structured clone, so that bytes stay bytes. */
  send(message: unknown): void
  /** Listens to messages, replacing the previous listener. */
  onMessage(listener: (message: unknown) => void): void
  /** Calls the listener once when the process has ended. Replaces the previous listener. */
  onEnd(listener: (how: ProcessEnd) => void): void
  /** Ends the process at once. */
  kill(): void
}

/** Starts a process that runs the module at this path. */
export type ForkImport = (path: string, execArgv: readonly string[]) => ImportChild
