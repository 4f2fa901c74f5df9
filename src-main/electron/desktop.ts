import { app, dialog, ipcMain, Menu, nativeTheme, type BrowserWindow } from 'electron'
import { ContractError } from '#api/errors'
import { createHost, type Host } from '#host/host'
import { installation } from '../shell/installation'
import { projectAt } from '../shell/project-at'
import { CHANNELS } from './channels'
import { Closing } from './closing'
import { nativeDialogs } from './dialogs'
import { forkUtility } from './fork-utility'
import { listenToPage } from './ipc'
import { buildMenu } from './menu'
import { originOf } from './security'
import { createWindow } from './window'
import { WindowBounds } from './window-bounds'

export interface DesktopOptions {
  readonly dataFolder: string
  /** The address of the page. */
  readonly url: string
  /** A project, an article or a folder of articles to start with. */
  readonly path: string | null
  readonly forDevelopers: boolean
}

/** The window, its host and its page, from start to quit. */
export class Desktop {
  #hostClosed = false

  private constructor(
    private readonly options: DesktopOptions,
    private readonly window: BrowserWindow,
    private readonly bounds: WindowBounds,
    private readonly closing: Closing,
    private host: Host,
  ) {}

  static async start(options: DesktopOptions): Promise<Desktop> {
    const { dataFolder, path, url, forDevelopers } = options
    const host = await hostWith(dataFolder, path, () => window)
    const { settings } = await host.methods['app.start']({})
    nativeTheme.themeSource = settings.theme
    const bounds = new WindowBounds(dataFolder)
    const window = createWindow(await bounds.read(), forDevelopers)
    const desktop = new Desktop(options, window, bounds, new Closing(window), host)
    Menu.setApplicationMenu(
      buildMenu((name) => window.webContents.send(CHANNELS.command, name), forDevelopers, settings.keys),
    )
    desktop.#listen()
    await window.loadURL(url)
    return desktop
  }

  /** Brings the window to the front and opens the path, after the page has saved its changes. */
  async open(path: string | null): Promise<void> {
    if (this.window.isMinimized()) this.window.restore()
    this.window.focus()
    if (path === null || !(await this.closing.mayClose())) return
    await this.host.close()
    this.host = await hostWith(this.options.dataFolder, path, () => this.window)
    this.closing.forget()
    await this.window.loadURL(this.options.url)
  }

  #listen(): void {
    const page = { contents: this.window.webContents, origin: originOf(this.options.url) }
    listenToPage(ipcMain, page, {
      methods: () => this.host.methods,
      report: (error) => this.host.report(error),
      closeListener: () => this.closing.listen(),
      closeAnswer: (answer) => this.closing.answer(answer),
    })
    // An uncaught exception ends the process: the monitor logs it first. An unhandled rejection does not end it.
    process.on('uncaughtExceptionMonitor', (error) => this.host.report(error))
    process.on('unhandledRejection', (error) => this.host.report(error))
    this.window.on('close', (event) => {
      event.preventDefault()
      void this.#close()
    })
    app.on('window-all-closed', () => app.quit())
    app.on('will-quit', (event) => {
      if (this.#hostClosed) return
      event.preventDefault()
      void this.#quit()
    })
  }

  async #close(): Promise<void> {
    if (!(await this.closing.mayClose()) || this.window.isDestroyed()) return
    await this.bounds.write(this.window)
    this.window.destroy()
  }

  /** Waits for every save in progress, then ends the process. */
  async #quit(): Promise<void> {
    await this.host.close()
    this.#hostClosed = true
    app.quit()
  }
}

/**
 * Creates a host that starts with the project at the path. If it cannot be opened, a dialog says why and the start
 * screen opens.
 */
async function hostWith(dataFolder: string, path: string | null, window: () => BrowserWindow): Promise<Host> {
  const { version, samplePath } = installation
  const found = path === null ? null : await projectAt(path, dataFolder).catch(explain)
  if (found && found.warnings.length > 0) tell(found.warnings.join('\n'))
  const open = found?.path ?? null
  const dialogs = nativeDialogs(window)
  return createHost({
    edition: 'electron',
    version,
    dataFolder,
    samplePath,
    open,
    dialogs,
    fork: forkUtility,
  })
}

function explain(error: unknown): null {
  if (!(error instanceof ContractError)) throw error
  tell(error.message)
  return null
}

const tell = (message: string) =>
  void dialog.showMessageBox({ type: 'warning', title: 'Counterpoint', message })
