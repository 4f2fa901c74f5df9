import { BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { dispatch, type Answer, type Methods } from '#api/dispatch'
import { CHANNELS } from './channels'

/** What the page asks for and says. */
export interface PageListeners {
  /** The host's methods as they are at the moment. */
  methods(): Methods
  /** The page will answer when it is asked whether the window may close. */
  closeListener(): void
  closeAnswer(answer: boolean): void
}

/** Listens to the page at that address. Messages from any other page or frame are refused. */
export function listenToPage(url: URL, listeners: PageListeners): void {
  // URL's own `origin` is "null" for a scheme that Node does not know.
  const origin = `${url.protocol}//${url.host}`
  ipcMain.handle(CHANNELS.contract, async (event, endpoint: unknown, input: unknown): Promise<Answer> => {
    if (!isFromPage(event, origin)) throw new Error('refused: the request does not come from the page')
    return dispatch(listeners.methods(), String(endpoint), input, (error) => console.error(error))
  })
  ipcMain.on(CHANNELS.closeListener, (event) => {
    if (isFromPage(event, origin)) listeners.closeListener()
  })
  ipcMain.on(CHANNELS.closeAnswer, (event, answer: unknown) => {
    if (isFromPage(event, origin)) listeners.closeAnswer(answer === true)
  })
}

/** Whether a message comes from the main frame of a window of ours, while it shows the page. */
function isFromPage({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent, origin: string): boolean {
  if (!senderFrame || senderFrame.parent !== null) return false
  return senderFrame.origin === origin && BrowserWindow.fromWebContents(sender) !== null
}
