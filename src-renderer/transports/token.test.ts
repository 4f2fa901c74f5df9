// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shareToken, takeToken } from './token'

/** The tabs that listen on a channel. */
const listening = new Set<Tab>()

/** As the browser's, for the tabs of one test. */
class Tab {
  onmessage: ((event: { data: unknown }) => void) | undefined
  constructor() {
    listening.add(this)
  }
  postMessage(data: unknown): void {
    for (const tab of listening) if (tab !== this) tab.onmessage?.({ data })
  }
  close(): void {
    listening.delete(this)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('BroadcastChannel', Tab)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  listening.clear()
  sessionStorage.clear()
})

/** Opens an address that differs in its fragment. */
const at = (fragment: string) => history.replaceState(null, '', `/${fragment}`)

test('the printed address has the token, and leaves the address bar at once', async () => {
  at('#token=T')
  expect([takeToken(), location.hash]).toEqual(['T', ''])
  at('')
  expect(takeToken()).toBe('T')
})

test('a tab that has the token of an earlier server takes the new one from the printed address, and keeps it', () => {
  sessionStorage.setItem('token', 'Old')
  at('#token=New')
  expect([takeToken(), location.hash]).toEqual(['New', ''])
  at('')
  expect(takeToken()).toBe('New')
})

test('a key that is used once is exchanged for the token, and is not in the address bar meanwhile', async () => {
  const ask = vi.fn(() => Promise.resolve(Response.json({ ok: true, value: { token: 'T' } })))
  vi.stubGlobal('fetch', ask)
  sessionStorage.setItem('token', 'Old')
  at('#once=K')
  const taken = takeToken()
  expect(location.hash).toBe('')
  expect(await taken).toBe('T')
  expect(ask).toHaveBeenCalledExactlyOnceWith(
    '/api/session',
    expect.objectContaining({ headers: expect.objectContaining({ authorization: 'Bearer K' }) as unknown }),
  )
  expect(takeToken()).toBe('T')
})

test('an address from the history, or none at all, gets the token from another tab', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ ok: false }, { status: 401 })))
  shareToken(() => 'T')
  at('#once=K&project=%2Fp.json')
  expect(await takeToken()).toBe('T')
  expect(sessionStorage.getItem('project')).toBe('/p.json')
  sessionStorage.clear()
  at('')
  expect(await takeToken()).toBe('T')
})

test('without any tab that has it there is none, so that the server says what to do', async () => {
  shareToken(() => undefined)
  at('')
  const taken = takeToken()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await taken).toBe('')
})
