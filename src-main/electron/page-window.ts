import type { BrowserWindow } from 'electron'
import type { Host } from '#host/host'
import { CHANNELS } from './channels'
import { Closing } from './closing'
import type { PageListeners } from './ipc'

/** What the windows share. */
interface Shared {
  readonly host: Host
  /** The address of the page. */
  readonly url: string
  openWindow(path: string): void
}

/** A window and its page. */
export class PageWindow implements PageListeners {
  readonly closing: Closing
  /** The key under which the page has its project open. */
  #key: string | null = null
  #stopNews: () => void = () => undefined

  constructor(
    readonly window: BrowserWindow,
    private readonly shared: Shared,
  ) {
    this.closing = new Closing(window)
    const release = () => this.#release()
    window.webContents.on('did-navigate', release)
    window.webContents.on('render-process-gone', release)
    window.on('closed', release)
  }

  get methods(): PageListeners['methods'] {
    return this.shared.host.methods
  }

  /** Loads the page, which opens the project at the path. */
  load(path: string | null): Promise<void> {
    this.closing.forget()
    const { url } = this.shared
    return this.window.loadURL(path === null ? url : `${url}?project=${encodeURIComponent(path)}`)
  }

  /** Brings the window to the front. */
  show(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.focus()
  }

  report(error: unknown): void {
    this.shared.host.report(error)
  }

  closeListener(): void {
    this.closing.listen()
  }

  closeAnswer(answer: boolean): void {
    this.closing.answer(answer)
  }

  openWindow(path: string): void {
    this.shared.openWindow(path)
  }

  listen(key: string | null): void {
    this.#stopNews()
    this.#stopNews = () => undefined
    this.#key = key
    if (key === null) return
    try {
      this.#stopNews = this.shared.host.listen(key, (news) =>
        this.window.webContents.send(CHANNELS.news, key, news),
      )
    } catch {
      // The project is no longer open, which the page learns with its next request.
    }
  }

  /** The page is gone, and could not close its project itself. */
  #release(): void {
    const key = this.#key
    this.listen(null)
    if (key !== null)
      void this.methods['project.close']({ key }).catch((error: unknown) => this.report(error))
  }
}
