import type { Answer } from './dispatch'

/** What Electron's preload gives the page, as `window.counterpoint`. */
export interface Bridge {
  /** Carries a request of the contract to the host. */
  call(endpoint: string, input: unknown): Promise<Answer>
  /** Calls back with the name of a command that was chosen in the native menu. */
  onCommand(listener: (name: string) => void): void
  /** Asked before the window closes: answers true when all is saved or the user lets go of what is not. */
  onClose(listener: () => Promise<boolean>): void
}
