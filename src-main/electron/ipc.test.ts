import { EventEmitter } from 'node:events'
import type { IpcMain, WebContents } from 'electron'
import { expect, test, vi } from 'vitest'
import type { Methods } from '#api/dispatch'
import { CHANNELS } from './channels'
import { listenToPages, type PageListeners } from './ipc'

const ORIGIN = 'counterpoint://app'
const contents = {} as WebContents
const FRAME = { parent: null, origin: ORIGIN }
const PAGE = { sender: contents, senderFrame: FRAME }

/** Listens to a page, and records what the listeners receive. */
function listening() {
  const handled = new Map<string, (...said: unknown[]) => Promise<unknown>>()
  const emitter = new EventEmitter()
  const ipc = Object.assign(emitter, {
    handle: (channel: string, handler: never) => void handled.set(channel, handler),
  })
  const heard = {
    closed: vi.fn(async () => ({})),
    listens: vi.fn(),
    mayClose: vi.fn(),
    news: vi.fn(),
    opened: vi.fn(),
  }
  const listeners: PageListeners = {
    methods: { 'project.close': heard.closed } as unknown as Methods,
    report: vi.fn(),
    closeListener: heard.listens,
    closeAnswer: heard.mayClose,
    listen: heard.news,
    openWindow: heard.opened,
  }
  const of = (sender: WebContents) => (sender === contents ? listeners : undefined)
  listenToPages(ipc as unknown as IpcMain, { origin: ORIGIN, of })
  return {
    heard,
    ask: (event: unknown, ...said: unknown[]) => handled.get(CHANNELS.contract)!(event, ...said),
    say: (channel: string, event: unknown, ...said: unknown[]) => emitter.emit(channel, event, ...said),
  }
}

test('requests of the page are answered', async () => {
  const { heard, ask, say } = listening()
  expect(await ask(PAGE, 'project.close', { key: 'a' })).toEqual({ ok: true, value: {} })
  say(CHANNELS.closeListener, PAGE)
  say(CHANNELS.closeAnswer, PAGE, true)
  say(CHANNELS.closeAnswer, PAGE, false)
  say(CHANNELS.listen, PAGE, 'a')
  say(CHANNELS.listen, PAGE, null)
  say(CHANNELS.openWindow, PAGE, '/project.json')
  expect(heard.closed.mock.calls).toEqual([[{ key: 'a' }]])
  expect(heard.listens).toHaveBeenCalledTimes(1)
  expect(heard.mayClose.mock.calls).toEqual([[true], [false]])
  expect(heard.news.mock.calls).toEqual([['a'], [null]])
  expect(heard.opened.mock.calls).toEqual([['/project.json']])
})

test.each([
  ['another window', { ...PAGE, sender: {} }],
  ['a frame in the page', { ...PAGE, senderFrame: { parent: FRAME, origin: ORIGIN } }],
  ['a page from elsewhere', { ...PAGE, senderFrame: { ...FRAME, origin: 'https://example.com' } }],
  ['another host of our scheme', { ...PAGE, senderFrame: { ...FRAME, origin: 'counterpoint://other' } }],
  ['a page of no origin', { ...PAGE, senderFrame: { ...FRAME, origin: 'null' } }],
  ['a frame that is gone', { ...PAGE, senderFrame: null }],
])('P8 requests of %s are ignored', async (_who, event) => {
  const { heard, ask, say } = listening()
  await expect(ask(event, 'project.close', { key: 'a' })).rejects.toThrow('refused')
  say(CHANNELS.closeListener, event)
  say(CHANNELS.closeAnswer, event, true)
  say(CHANNELS.listen, event, 'a')
  say(CHANNELS.openWindow, event, '/project.json')
  for (const listener of Object.values(heard)) expect(listener).not.toHaveBeenCalled()
})

test.each([
  [],
  [7, {}],
  [{ toString: () => 'project.close' }, {}],
  ['project.close', { key: 'a' }, 'more'],
  ['x'.repeat(101), {}],
])('P8 a request that is not a name with an input is refused: %j', async (...said) => {
  const { heard, ask } = listening()
  await expect(ask(PAGE, ...said)).rejects.toThrow('does not fit')
  expect(heard.closed).not.toHaveBeenCalled()
})

test('P8 the input is parsed with the schema of its endpoint', async () => {
  const { heard, ask } = listening()
  expect(await ask(PAGE, 'project.close', { key: 7 })).toMatchObject({ error: { code: 'bad-request' } })
  expect(heard.closed).not.toHaveBeenCalled()
})

test.each([[[]], [['true']], [[1]], [[true, true]], [[{ valueOf: () => true }]]])(
  'P8 %j is not a valid answer to whether the window may close',
  (said) => {
    const { heard, say } = listening()
    say(CHANNELS.closeAnswer, PAGE, ...said)
    say(CHANNELS.closeListener, PAGE, 'more')
    expect(heard.mayClose).not.toHaveBeenCalled()
    expect(heard.listens).not.toHaveBeenCalled()
  },
)

test.each([[[7]], [[{}]], [['x'.repeat(5000)]], [['a', 'b']], [[]]])(
  'P8 %j is neither a project to listen to nor one to open',
  (said) => {
    const { heard, say } = listening()
    say(CHANNELS.listen, PAGE, ...said)
    say(CHANNELS.openWindow, PAGE, ...said)
    expect([heard.news.mock.calls, heard.opened.mock.calls]).toEqual([[], []])
  },
)
