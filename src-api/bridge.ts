import type { Answer } from './dispatch'

/** What Electron's preload gives the page, as `window.counterpoint`. */
export interface Bridge {
  /** Carries a request of the contract to the host. */
  call(endpoint: string, input: unknown): Promise<Answer>
  /** Calls back with the name of a command that was chosen in the native menu. */
  onCommand(listener: (name: string) => void): void
  /**
   * Calls back before the window closes. The listener calls `answer` with true when all is saved or the user lets go of
   * what is not. A callback, not a promise: what a page's function returns does not reach a preload in every case.
   */
  onClose(listener: (answer: (mayClose: boolean) => void) => void): void
}
