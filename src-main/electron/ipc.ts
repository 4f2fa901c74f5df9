import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import * as v from 'valibot'
import { dispatch, type Answer, type Methods } from '#api/dispatch'
import { CHANNELS } from './channels'

/** What the page can request. */
export interface PageListeners {
  /** The host's methods at the moment. */
  methods(): Methods
  /** Logs an unexpected error. */
  report(error: unknown): void
  /** The page will answer when asked whether the window may close. */
  closeListener(): void
  closeAnswer(answer: boolean): void
}

/** The only page whose messages are accepted. */
export interface Speaker {
  readonly contents: WebContents
  /** For example `counterpoint://app`. */
  readonly origin: string
}

/** The schema of each channel. `dispatch` checks the input of an endpoint against the endpoint's own schema. */
const SAID = {
  contract: v.strictTuple([v.pipe(v.string(), v.maxLength(100)), v.unknown()]),
  closeListener: v.strictTuple([]),
  closeAnswer: v.strictTuple([v.boolean()]),
}

/** Listens to the page. Refuses messages from any other page or frame and messages that do not match the schema. */
export function listenToPage(ipc: IpcMain, page: Speaker, listeners: PageListeners): void {
  ipc.handle(CHANNELS.contract, async (event, ...said: unknown[]): Promise<Answer> => {
    if (!isFromPage(event, page)) throw new Error('refused: the request does not come from the page')
    const read = v.safeParse(SAID.contract, said)
    if (!read.success) throw new Error('refused: the request does not fit')
    const [endpoint, input] = read.output
    return dispatch(listeners.methods(), endpoint, input, (error) => listeners.report(error))
  })
  ipc.on(CHANNELS.closeListener, (event, ...said: unknown[]) => {
    if (isFromPage(event, page) && v.is(SAID.closeListener, said)) listeners.closeListener()
  })
  ipc.on(CHANNELS.closeAnswer, (event, ...said: unknown[]) => {
    if (isFromPage(event, page) && v.is(SAID.closeAnswer, said)) listeners.closeAnswer(said[0])
  })
}

/** Whether a message comes from the main frame of the window, while it shows the page. */
function isFromPage({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent, page: Speaker): boolean {
  // `senderFrame` is null if the frame has navigated since it sent the message.
  return (
    sender === page.contents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === page.origin
  )
}
