import { app, session, type WebContents } from 'electron'

/** Closes every way out of the page: navigation, windows, webviews, permissions and devices. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => denyLeaving(contents))
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
}

function denyLeaving(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
