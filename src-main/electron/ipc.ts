import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import * as v from 'valibot'
import { dispatch, type Answer, type Methods } from '#api/dispatch'
import { CHANNELS } from './channels'

/** What a page can request. */
export interface PageListeners {
  readonly methods: Methods
  /** Logs an unexpected error. */
  report(error: unknown): void
  /** The page will answer when asked whether the window may close. */
  closeListener(): void
  closeAnswer(answer: boolean): void
  /** The page wants the news of the project that it has open under this key; null for none. */
  listen(key: string | null): void
  /** Opens another window with a project. */
  openWindow(path: string): void
}

/** The only pages whose messages are accepted. */
export interface Pages {
  /** For example `counterpoint://app`. */
  readonly origin: string
  /** The listeners of the page in these contents; undefined if they are not a window of this app. */
  of(contents: WebContents): PageListeners | undefined
}

/** The schema of each channel. `dispatch` checks the input of an endpoint against the endpoint's own schema. */
const SAID = {
  contract: v.strictTuple([v.pipe(v.string(), v.maxLength(100)), v.unknown()]),
  closeListener: v.strictTuple([]),
  closeAnswer: v.strictTuple([v.boolean()]),
  listen: v.strictTuple([v.nullable(v.pipe(v.string(), v.maxLength(100)))]),
  openWindow: v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(4096))]),
}

/** Listens to the pages. Refuses messages from any other page or frame and messages that do not match the schema. */
export function listenToPages(ipc: IpcMain, pages: Pages): void {
  ipc.handle(CHANNELS.contract, async (event, ...said: unknown[]): Promise<Answer> => {
    const page = pageOf(event, pages)
    if (!page) throw new Error('refused: the request does not come from the page')
    const read = v.safeParse(SAID.contract, said)
    if (!read.success) throw new Error('refused: the request does not fit')
    const [endpoint, input] = read.output
    return dispatch(page.methods, endpoint, input, (error) => page.report(error))
  })
  ipc.on(CHANNELS.closeListener, (event, ...said: unknown[]) => {
    if (v.is(SAID.closeListener, said)) pageOf(event, pages)?.closeListener()
  })
  ipc.on(CHANNELS.closeAnswer, (event, ...said: unknown[]) => {
    if (v.is(SAID.closeAnswer, said)) pageOf(event, pages)?.closeAnswer(said[0])
  })
  ipc.on(CHANNELS.listen, (event, ...said: unknown[]) => {
    if (v.is(SAID.listen, said)) pageOf(event, pages)?.listen(said[0])
  })
  ipc.on(CHANNELS.openWindow, (event, ...said: unknown[]) => {
    if (v.is(SAID.openWindow, said)) pageOf(event, pages)?.openWindow(said[0])
  })
}

/** The listeners of the page that sent a message: only the main frame of a window, while it shows the page. */
function pageOf(
  { sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent,
  pages: Pages,
): PageListeners | undefined {
  // `senderFrame` is null if the frame has navigated since it sent the message.
  const isPage = senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pages.origin
  return isPage ? pages.of(sender) : undefined
}
