import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme } from 'electron'
import { ContractError } from '#api/errors'
import { createHost, type Host } from '#host/host'
import { installation } from '../shell/installation'
import { projectAt } from '../shell/project-at'
import { CHANNELS } from './channels'
import { nativeDialogs } from './dialogs'
import { forkUtility } from './fork-utility'
import { listenToPages } from './ipc'
import { buildMenu } from './menu'
import { PageWindow } from './page-window'
import { originOf } from './security'
import { createWindow } from './window'
import { placeBeside, WindowBounds, type Bounds } from './window-bounds'

export interface DesktopOptions {
  readonly dataFolder: string
  /** The address of the page. */
  readonly url: string
  /** A project, an article or a folder of articles to start with. */
  readonly path: string | null
  readonly forDevelopers: boolean
}

/** The windows, their host and their pages, from start to quit. */
export class Desktop {
  readonly #windows = new Set<PageWindow>()
  #hostClosed = false

  private constructor(
    private readonly options: DesktopOptions,
    private readonly bounds: WindowBounds,
    private readonly host: Host,
  ) {}

  static async start(options: DesktopOptions): Promise<Desktop> {
    const { dataFolder, path, forDevelopers } = options
    const found = path === null ? null : await find(path, dataFolder)
    const host = await hostWith(dataFolder, found, () => desktop.#current.window)
    const desktop = new Desktop(options, new WindowBounds(dataFolder), host)
    const { settings } = await host.methods['app.start']({})
    nativeTheme.themeSource = settings.theme
    const command = (name: string) => desktop.#current.window.webContents.send(CHANNELS.command, name)
    Menu.setApplicationMenu(buildMenu(command, forDevelopers, settings.keys))
    desktop.#listen()
    await desktop.#add(await desktop.bounds.read()).load(null)
    return desktop
  }

  /** Brings a window to the front and opens the path in it, after its page has saved its changes. */
  async open(path: string | null): Promise<void> {
    const page = this.#current
    page.show()
    if (path === null || !(await page.closing.mayClose())) return
    const found = await find(path, this.options.dataFolder)
    if (found === null) return
    this.host.allow(found)
    await page.load(found)
  }

  /** The window in front, or the last one opened. */
  get #current(): PageWindow {
    const focused = BrowserWindow.getFocusedWindow()
    const pages = [...this.#windows]
    return pages.find(({ window }) => window === focused) ?? pages.at(-1)!
  }

  #add(bounds: Bounds): PageWindow {
    const { url, forDevelopers } = this.options
    const window = createWindow(bounds, forDevelopers)
    const openWindow = (path: string) =>
      void this.#add(placeBeside(window))
        .load(path)
        .catch((error: unknown) => this.host.report(error))
    const page = new PageWindow(window, { host: this.host, url, openWindow })
    this.#windows.add(page)
    window.on('close', (event) => {
      event.preventDefault()
      void this.#close(page)
    })
    return page
  }

  #listen(): void {
    listenToPages(ipcMain, {
      origin: originOf(this.options.url),
      of: (contents) => [...this.#windows].find(({ window }) => window.webContents === contents),
    })
    // An uncaught exception ends the process: the monitor logs it first. An unhandled rejection does not end it.
    process.on('uncaughtExceptionMonitor', (error) => this.host.report(error))
    process.on('unhandledRejection', (error) => this.host.report(error))
    // Each window is asked, also if the first one does not close at once, which ends the attempt to quit.
    app.on('before-quit', () => {
      for (const page of this.#windows) void this.#close(page)
    })
    app.on('window-all-closed', () => app.quit())
    app.on('will-quit', (event) => {
      if (this.#hostClosed) return
      event.preventDefault()
      void this.#quit()
    })
  }

  async #close(page: PageWindow): Promise<void> {
    const { window, closing } = page
    // Closing and quitting may both have asked.
    if (!(await closing.mayClose()) || !this.#windows.delete(page)) return
    await this.bounds.write(window)
    window.destroy()
  }

  /** Waits for every save in progress, then ends the process. */
  async #quit(): Promise<void> {
    await this.host.close()
    this.#hostClosed = true
    app.quit()
  }
}

/** The project at a path, or made of the articles there. If there is none, a dialog says why. */
async function find(path: string, dataFolder: string): Promise<string | null> {
  const found = await projectAt(path, dataFolder).catch(explain)
  if (found && found.warnings.length > 0) tell(found.warnings.join('\n'))
  return found?.path ?? null
}

/** Creates a host that starts with a project. */
function hostWith(dataFolder: string, open: string | null, window: () => BrowserWindow): Promise<Host> {
  const { version, samplePath } = installation
  const dialogs = nativeDialogs(window)
  const common = { version, dataFolder, samplePath, open, dialogs }
  return createHost({ edition: 'electron', ...common, fork: forkUtility })
}

function explain(error: unknown): null {
  if (!(error instanceof ContractError)) throw error
  tell(error.message)
  return null
}

const tell = (message: string) =>
  void dialog.showMessageBox({ type: 'warning', title: 'Counterpoint', message })
