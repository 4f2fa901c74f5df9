import type { Answer } from './dispatch'

/** What Electron's preload gives the page, as `window.counterpoint`. */
export interface Bridge {
  /** Sends a request of the contract to the host. */
  call(endpoint: string, input: unknown): Promise<Answer>
  /** Calls the listener with the name of a command chosen in the native menu. */
  onCommand(listener: (name: string) => void): void
  /** Opens another window with the project at this path. */
  openWindow(path: string): void
  /** Asks for the news of the project that is open under this key; null for none. */
  listen(key: string | null): void
  /** Calls the listener with each news and the key of its project. */
  onNews(listener: (key: string, news: unknown) => void): void
  /**
   * Calls the listener before the window closes. The listener calls `answer` with true when everything is saved or
   * the user discards the rest. It is a callback because Electron does not reliably pass a page's promise to a
   * preload script.
   */
  onClose(listener: (answer: (mayClose: boolean) => void) => void): void
}
