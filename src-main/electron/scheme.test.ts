import { expect, test, vi } from 'vitest'
import { SECURITY_HEADERS } from '../shell/policy'

const { handlers, registered } = vi.hoisted(() => ({
  handlers: new Map<string, (request: Request) => Response>(),
  registered: [] as unknown[],
}))

vi.mock('electron', () => ({
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown[]) => registered.push(...schemes),
    handle: (scheme: string, handler: (request: Request) => Response) => void handlers.set(scheme, handler),
  },
}))

const { registerScheme, serveScheme } = await import('./scheme')

const page = { type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode('the page') }
registerScheme()
serveScheme(new Map([['/', page]]))
const ask = (url: string, init?: RequestInit) => handlers.get('counterpoint')!(new Request(url, init))

test('the scheme has its own origin, and no privilege that it does not need', () => {
  expect(registered).toEqual([
    { scheme: 'counterpoint', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  expect([...handlers.keys()]).toEqual(['counterpoint'])
})

test('the page’s files are served with the security headers', async () => {
  const answer = ask('counterpoint://app/')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('the page')
  expect(Object.fromEntries(answer.headers)).toEqual({ ...SECURITY_HEADERS, 'content-type': page.type })
})

test.each([
  'counterpoint://app/none',
  'counterpoint://app/../package.json',
  'counterpoint://app/%2e%2e/package.json',
  'counterpoint://app//etc/passwd',
  'counterpoint://app/constructor',
  'counterpoint://other/',
  'counterpoint://app.evil/',
  'counterpoint://app:81/',
])('P8 nothing is served at %s', (url) => expect(ask(url).status).toBe(404))

test.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('P8 nothing is served by %s', (method) =>
  expect(ask('counterpoint://app/', { method }).status).toBe(404),
)
