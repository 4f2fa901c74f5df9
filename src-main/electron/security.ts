import type { App, Session, WebContents, WebPreferences } from 'electron'

/** The origin of the page, and whether the developer tools are allowed. */
export interface PageOrigin {
  /** For example `counterpoint://app`. */
  readonly origin: string
  readonly forDevelopers: boolean
}

/** Locks down every present and future window and session: no navigation and no network access. */
export function lockDown(app: App, defaultSession: Session, page: PageOrigin): void {
  app.on('web-contents-created', (_event, contents) => denyLeaving(contents))
  app.on('session-created', (session) => denyReaching(session, page))
  denyReaching(defaultSession, page)
}

/** Prevents navigation, new windows and embedded pages, whether by a link, a script or a dropped file. */
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

/** Allows requests for the page's own files only, and no permissions, devices or downloads. */
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

/** Whether a URL may be loaded: the page's files, data that the page has made, and for developers their tools. */
export function mayLoad(url: string, { origin, forDevelopers }: PageOrigin): boolean {
  const at = originOf(url)
  if (at === origin || url.startsWith(`blob:${origin}/`)) return true
  return forDevelopers && (at === origin.replace(/^http/, 'ws') || url.startsWith('devtools://'))
}

/** Like `URL.origin`, which is "null" for a scheme that Node does not know. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host, username, password } = new URL(url)
  return username || password ? '' : `${protocol}//${host}`
}

/** The rights of the page. All are Electron's defaults too; here they are explicit and tested. */
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
  // The spelling checker would download its dictionaries; Counterpoint makes no connections.
  spellcheck: false,
})
