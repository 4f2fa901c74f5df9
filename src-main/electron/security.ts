import type { App, Session, WebContents, WebPreferences } from 'electron'

/** Where the page comes from, and whether somebody is working on it: then its tools may be open. */
export interface PageOrigin {
  /** Such as `counterpoint://app`. */
  readonly origin: string
  readonly forDevelopers: boolean
}

/** Closes every way out of the page, in every window and session that there will be. */
export function lockDown(app: App, defaultSession: Session, page: PageOrigin): void {
  app.on('web-contents-created', (_event, contents) => denyLeaving(contents))
  app.on('session-created', (session) => denyReaching(session, page))
  denyReaching(defaultSession, page)
}

/** Nothing leads a page elsewhere, opens a window or puts another page into it: no link, no script, no dropped file. */
export function denyLeaving(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Nothing is loaded but the page's own files; there is no permission, no device and no download. */
export function denyReaching(session: Session, page: PageOrigin): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, page) }))
}

/** Whether something may be asked for: what the page consists of or has made, and for developers their tools. */
export function mayLoad(url: string, { origin, forDevelopers }: PageOrigin): boolean {
  const at = originOf(url)
  if (at === origin || url.startsWith(`blob:${origin}/`)) return true
  return forDevelopers && (at === origin.replace(/^http/, 'ws') || url.startsWith('devtools://'))
}

/** URL's own `origin` is "null" for a scheme that Node does not know. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host, username, password } = new URL(url)
  return username || password ? '' : `${protocol}//${host}`
}

/** What the page may do. All of it is Electron's default too; here it is said, and held by a test. */
export const webPreferences = (preload: string, forDevelopers: boolean): WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  devTools: forDevelopers,
  // The spelling checker would fetch its dictionaries over the network; nothing leaves the machine.
  spellcheck: false,
})
