import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { lockDown, mayLoad, originOf, webPreferences } from './security'

const PAGE = { origin: 'counterpoint://app', forDevelopers: false }
const DEVELOPERS = { origin: 'http://localhost:5173', forDevelopers: true }

type Handlers = Record<string, (...given: unknown[]) => unknown>

/** An object with a method for each name that records its handler. */
function keeping(handlers: Handlers, ...names: string[]) {
  return Object.fromEntries(
    names.map((name) => [name, (...given: unknown[]) => (handlers[name] = given.at(-1) as never)]),
  )
}

function fakeSession() {
  const handlers: Handlers = {}
  const session = Object.assign(new EventEmitter(), {
    ...keeping(
      handlers,
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
    ),
    webRequest: keeping(handlers, 'onBeforeRequest'),
  })
  return { session: session as unknown as Session & EventEmitter, handlers }
}

function fakeContents() {
  const handlers: Handlers = {}
  const contents = Object.assign(new EventEmitter(), keeping(handlers, 'setWindowOpenHandler'))
  return { contents: contents as unknown as WebContents & EventEmitter, handlers }
}

/** The app after `lockDown`, with a window and a session that were created later. */
function locked(page = PAGE) {
  const app = new EventEmitter()
  const first = fakeSession()
  const later = fakeSession()
  const window = fakeContents()
  lockDown(app as unknown as App, first.session, page)
  app.emit('session-created', later.session)
  app.emit('web-contents-created', {}, window.contents)
  return { sessions: [first, later], window }
}

/** Whether a listener prevents the default of an event. */
function isPrevented(emitter: EventEmitter, name: string, ...more: unknown[]): boolean {
  const preventDefault = vi.fn()
  expect(emitter.emit(name, { preventDefault }, ...more), `${name} is listened to`).toBe(true)
  return preventDefault.mock.calls.length > 0
}

describe('in every window', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    '%s is denied',
    (name) => {
      expect(isPrevented(locked().window.contents, name)).toBe(true)
    },
  )

  test('no window can open another', () => {
    const { handlers } = locked().window
    expect(handlers['setWindowOpenHandler']!({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
    expect(handlers['setWindowOpenHandler']!({ url: 'counterpoint://app/' })).toEqual({ action: 'deny' })
  })

  test('no device can be chosen', () => {
    const chosen = vi.fn()
    expect(
      isPrevented(locked().window.contents, 'select-bluetooth-device', [{ deviceId: 'a' }], chosen),
    ).toBe(true)
    expect(chosen.mock.calls).toEqual([['']])
  })
})

describe.each([0, 1])('in session %d', (index) => {
  const session = (page = PAGE) => locked(page).sessions[index]!

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'usb',
    'hid',
    'serial',
    'fileSystem',
    'openExternal',
  ])('the permission %s is refused, whether requested or checked', (permission) => {
    const { handlers } = session()
    const answer = vi.fn()
    handlers['setPermissionRequestHandler']!({}, permission, answer)
    expect(answer.mock.calls).toEqual([[false]])
    expect(handlers['setPermissionCheckHandler']!({}, permission, PAGE.origin)).toBe(false)
  })

  test.each(['hid', 'usb', 'serial'])('no %s device is granted', (deviceType) => {
    expect(session().handlers['setDevicePermissionHandler']!({ deviceType, origin: PAGE.origin })).toBe(false)
  })

  test.each([
    ['select-hid-device', [{ deviceList: [{ deviceId: 'a' }] }], []],
    ['select-usb-device', [{ deviceList: [{ deviceId: 'a' }] }], []],
    ['select-serial-port', [[{ portId: 'a' }], {}], ['']],
  ])('%s is cancelled', (name, given, answered) => {
    const choose = vi.fn()
    expect(isPrevented(session().session, name, ...given, choose)).toBe(true)
    expect(choose.mock.calls).toEqual([answered])
  })

  test('downloads are cancelled', () => {
    expect(isPrevented(session().session, 'will-download')).toBe(true)
  })

  test('requests to other origins are cancelled', () => {
    const { handlers } = session()
    const answer = vi.fn()
    handlers['onBeforeRequest']!({ url: 'counterpoint://app/assets/a.js' }, answer)
    handlers['onBeforeRequest']!({ url: 'https://example.com/' }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel: false }], [{ cancel: true }]])
  })
})

describe('files that may be loaded', () => {
  test.each(['counterpoint://app/', 'counterpoint://app/assets/page.js?x#y', 'blob:counterpoint://app/x'])(
    '%s',
    (url) => {
      expect(mayLoad(url, PAGE)).toBe(true)
    },
  )

  test.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'http://localhost:5173/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'file://server/share',
    'ftp://example.com/',
    'data:text/html,x',
    'javascript:alert(1)',
    'blob:https://example.com/x',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu/',
    'chrome-extension://abc/x.js',
    'counterpoint://other/',
    'counterpoint://app.evil/',
    'counterpoint://app@evil/',
    'counterpoint://user@app/',
    'counterpoint:app',
    'about:blank',
    'counterpoint',
    '',
  ])('never %j', (url) => {
    expect(mayLoad(url, PAGE)).toBe(false)
  })

  test('developers can use the development server and the developer tools', () => {
    for (const url of [
      'http://localhost:5173/main.ts',
      'ws://localhost:5173/?token=x',
      'devtools://devtools/x',
    ]) {
      expect(mayLoad(url, DEVELOPERS), url).toBe(true)
    }
    for (const url of [
      'http://localhost:5174/',
      'https://localhost:5173/',
      'ws://example.com/',
      'counterpoint://app/',
    ]) {
      expect(mayLoad(url, DEVELOPERS), url).toBe(false)
    }
  })

  test.each([
    ['counterpoint://app/x', 'counterpoint://app'],
    ['http://localhost:5173/', 'http://localhost:5173'],
    ['no address', ''],
  ])('the origin of %s is “%s”', (url, origin) => expect(originOf(url)).toBe(origin))
})

test('the page has only these privileges', () => {
  expect(webPreferences('/there/preload.cjs', false)).toEqual({
    preload: '/there/preload.cjs',
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
    devTools: false,
    spellcheck: false,
  })
})
