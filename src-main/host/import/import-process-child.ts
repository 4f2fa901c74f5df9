/** How a process ended: its exit code, or the signal that ended it; `unstarted` when there never was one. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: string | null
  readonly unstarted?: boolean
}

/** A process that reads one file, as much of it as every shell's kind of process has. */
export interface ImportChild {
  /** Sends a message as structured clone does: bytes stay bytes. */
  send(message: unknown): void
  /** Listens, in place of whoever listened before. */
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process is gone of itself, in place of whoever listened before. */
  onEnd(listener: (how: ProcessEnd) => void): void
  /** Ends the process at once, whatever it is doing. */
  kill(): void
}

/** Starts a process that runs the module at this path. */
export type ForkImport = (path: string, execArgv: readonly string[]) => ImportChild
