import { dialog, type BrowserWindow } from 'electron'
import { CHANNELS } from './channels'

/**
 * Asks the page before its window closes and waits for the answer, however long a save takes. A page that cannot
 * answer (it did not load, or its process ended) is not asked.
 */
export class Closing {
  #listening = false
  #asked: { answer: (mayClose: boolean) => void; given: Promise<boolean> } | undefined

  constructor(private readonly window: BrowserWindow) {
    const { webContents } = window
    // A page that has just loaded has not been asked: keep the window open.
    webContents.on('did-navigate', () => this.answer(false))
    webContents.on('did-fail-load', (_event, _code, _reason, _url, isMainFrame) => {
      if (isMainFrame) this.forget()
    })
    webContents.on('render-process-gone', () => {
      this.forget()
      this.answer(true)
    })
    window.on('unresponsive', () => void this.#offerToClose())
  }

  /** The page has said that it will answer. */
  listen(): void {
    this.#listening = true
  }

  /** The page that listened is gone. */
  forget(): void {
    this.#listening = false
  }

  answer(mayClose: boolean): void {
    this.#asked?.answer(mayClose)
    this.#asked = undefined
  }

  /** Whether the window may close. The page is asked once, also when this is called twice. */
  mayClose(): Promise<boolean> {
    if (!this.#listening) return Promise.resolve(true)
    if (!this.#asked) {
      const { promise, resolve } = withResolvers<boolean>()
      this.#asked = { answer: resolve, given: promise }
      this.window.webContents.send(CHANNELS.mayClose)
    }
    return this.#asked.given
  }

  async #offerToClose(): Promise<void> {
    if (!this.#asked) return
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'warning',
      message: 'Counterpoint is not responding.',
      detail:
        'Everything that the status bar showed as saved is safe. Close it only if waiting does not help.',
      buttons: ['Wait', 'Close without saving'],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1) this.answer(true)
  }
}

function withResolvers<Value>() {
  let resolve!: (value: Value) => void
  const promise = new Promise<Value>((done) => (resolve = done))
  return { promise, resolve }
}
