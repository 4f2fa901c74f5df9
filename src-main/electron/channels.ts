/** The names under which the page and the main process speak. */
export const CHANNELS = {
  /** A request of the contract: page → host, answered. */
  contract: 'contract',
  /** A command chosen in the menu: menu → page. */
  command: 'command',
  /** The page listens for the question whether the window may close. */
  closeListener: 'close-listener',
  /** The question: main → page. */
  mayClose: 'may-close',
  /** Its answer: page → main. */
  closeAnswer: 'close-answer',
} as const
