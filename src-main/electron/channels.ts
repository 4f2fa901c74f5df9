/** The names of the IPC channels between the page and the main process. */
export const CHANNELS = {
  /** A request of the contract, from the page to the host, with an answer. */
  contract: 'contract',
  /** A command chosen in the menu bar, sent to the page. */
  command: 'command',
  /** The page asks for the news of its project. */
  listen: 'listen',
  /** What other windows have done to the page's project. */
  news: 'news',
  /** The page asks for another window with a project. */
  openWindow: 'open-window',
  /** The page says that it will answer `mayClose`. */
  closeListener: 'close-listener',
  /** Asks the page whether the window may close. */
  mayClose: 'may-close',
  /** The page's answer to `mayClose`. */
  closeAnswer: 'close-answer',
} as const
