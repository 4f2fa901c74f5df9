import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import { env } from '#host/env'
import { createHost, type Host } from '#host/host'
import { journalPathOf } from '#host/journal/journal'
import { SECURITY_HEADERS } from '../shell/policy'
import { readStaticFiles } from '../shell/static-files'
import { startServer, type WebServer } from './server'
import { textIn } from '../host/testing/hosts'
import { change, get, statusesOf, type Served } from './testing/raw-request'
import { REFUSED } from './testing/refused-requests'

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-web-'))
let host: Host
let server: WebServer
let served: Served
/** The file of the open project. */
let path: string

beforeAll(async () => {
  const page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Counterpoint</title>')
  await writeFile(join(page, 'assets', 'page.js'), 'export {}')
  await writeFile(join(folder, 'package.json'), '{}')
  host = await createHost({
    edition: 'browser',
    version: '0',
    dataFolder: join(folder, 'data'),
    samplePath: join(folder, 'none.json'),
    open: null,
  })
  const made = await host.methods['project.create']({ title: 'Unharmed' })
  const loaded = load(textIn(made.document))
  const outcome =
    loaded.ok && runCommand(loaded.project, 'claim.add', { text: 'Harm', category: 'judgement' }, env)
  if (!outcome || 'refusal' in outcome) throw new Error('there is no patch to send')
  server = await startServer({ host, files: await readStaticFiles(page), port: 0 })
  const { host: name, hash } = new URL(server.url)
  const patch = JSON.stringify({ key: made.key, revision: 0, patch: outcome.patch })
  served = { host: name, token: hash.slice('#token='.length), change: patch }
  path = made.path
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The content of the project's file and of its journal. */
const onDisk = async () =>
  (await readFile(path, 'utf8')) + (await readFile(journalPathOf(path), 'utf8').catch(() => ''))

test.each(REFUSED)('P8 the server turns away $is', async ({ sent, answers }) => {
  const before = await onDisk()
  expect(await statusesOf(served, sent(served))).toEqual(answers)
  expect(await onDisk()).toBe(before)
})

test('P8 none of these requests had a later effect', async () => {
  expect(await onDisk()).toContain('"revision": 0')
})

test('the same call from the page changes the project', async () => {
  expect(await statusesOf(served, change(served))).toEqual([200])
  expect(await onDisk()).toContain('"text":"Harm"')
})

test('there are more than eighty such requests, all different', () => {
  expect(new Set(REFUSED.map(({ is }) => is)).size).toBe(REFUSED.length)
  expect(REFUSED.length).toBeGreaterThanOrEqual(80)
})

test('every response, even a refusal, has the security headers', async () => {
  const page = `http://${served.host}/`
  for (const [address, status] of [
    [page, 200],
    [`${page}assets/page.js`, 200],
    [`${page}none`, 404],
    [`${page}api/app.start`, 405],
  ] as const) {
    const answer = await fetch(address)
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject(SECURITY_HEADERS)
    for (const name of ['set-cookie', 'access-control-allow-origin', 'x-powered-by', 'server']) {
      expect(answer.headers.has(name), name).toBe(false)
    }
    expect(await answer.text()).not.toContain(served.token)
  }
})

test('a page opened by a link or by typing is served; its resources are served only to it', async () => {
  const coming = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
  for (const site of ['none', 'cross-site', 'same-origin']) {
    expect(await statusesOf(served, get(served, '/', { ...coming, 'Sec-Fetch-Site': site }))).toEqual([200])
  }
  const script = (site: string) => get(served, '/assets/page.js', { 'Sec-Fetch-Site': site })
  expect(await statusesOf(served, script('same-origin'))).toEqual([200])
  expect(await statusesOf(served, script('same-site'))).toEqual([403])
})

test('each start has a new token of 256 bits', () => {
  expect(Buffer.from(served.token, 'base64url')).toHaveLength(32)
})

test('no other machine can reach it', async () => {
  const port = Number(served.host.split(':')[1])
  const others = Object.values(networkInterfaces()).flatMap((addresses) =>
    addresses!.filter(({ internal }) => !internal).map(({ address }) => address),
  )
  for (const address of [...others, '127.0.0.2', '::1']) {
    const socket = connect(port, address)
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect(error.syscall, address).toBe('connect')
  }
})

const opened = async (host = served.host): Promise<Socket> => {
  const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

test('the server does not wait for slow requests', async () => {
  const socket = await opened()
  const ended = once(socket, 'close')
  const drip = setInterval(() => socket.write('x'), 200)
  onTestFinished(() => clearInterval(drip))
  socket.write(`GET / HTTP/1.1\r\nHost: ${served.host}\r\nX-Slow: `)
  let said = ''
  socket.on('data', (chunk) => (said += String(chunk)))
  await ended
  expect(said).toMatch(/^HTTP\/1\.1 408 /)
})

test('a closing server answers earlier requests, then releases the projects', async () => {
  const order: string[] = []
  let letGo = (): void => undefined
  const asked = new Promise<void>((done) => (letGo = done))
  let reached = (): void => undefined
  const isReached = new Promise<void>((done) => (reached = done))
  const slow: Host = {
    ...host,
    methods: {
      ...host.methods,
      'app.start': async (input) => {
        reached()
        await asked
        order.push('done')
        return host.methods['app.start'](input)
      },
    },
    close: () => Promise.resolve(void order.push('let go')),
  }
  const other = await startServer({ host: slow, files: new Map(), port: 0 })
  const { origin, hash } = new URL(other.url)
  const answer = fetch(`${origin}/api/app.start`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${hash.slice('#token='.length)}`,
      'content-type': 'application/json',
      origin,
    },
    body: '{}',
  })
  await isReached
  const closed = other.close()
  letGo()
  expect((await answer).status).toBe(200)
  await closed
  expect(order).toEqual(['done', 'let go'])
})

test('sockets without the key are few, and never keep the page out', async () => {
  // A server of its own: the sockets of other tests may still be closing.
  const other = await startServer({
    host: { ...host, close: () => Promise.resolve() },
    files: new Map(),
    port: 0,
  })
  onTestFinished(() => other.close())
  const { host: name, hash, origin } = new URL(other.url)
  const headers = {
    authorization: `Bearer ${hash.slice('#token='.length)}`,
    'content-type': 'application/json',
    origin,
  }
  const call = async () =>
    (await fetch(`${origin}/api/app.start`, { method: 'POST', headers, body: '{}' })).status
  const sockets: Socket[] = []
  for (let round = 0; round < 3; round++) {
    sockets.push(...(await Promise.all(Array.from({ length: 40 }, () => opened(name)))))
    expect(await call()).toBe(200)
    await expect
      .poll(() => sockets.filter((socket) => !socket.closed).length, { timeout: 5000 })
      .toBeLessThanOrEqual(16)
  }
})

test('sockets that send a byte and come again never keep the page out', async () => {
  const other = await startServer({
    host: { ...host, close: () => Promise.resolve() },
    files: new Map(),
    port: 0,
  })
  const { host: name, hash } = new URL(other.url)
  const flood = fork(join(import.meta.dirname, 'testing', 'flood.mjs'), [name.split(':')[1]!])
  onTestFinished(async () => {
    flood.kill()
    await other.close()
  })
  await once(flood, 'message')
  const page: Served = { host: name, token: hash.slice('#token='.length), change: '{}' }
  const ask = () => statusesOf(page, change(page, {}, { line: 'POST /api/app.start HTTP/1.1' }))
  for (let request = 0; request < 100; request++) expect(await ask()).toEqual([200])
})

test('a page is streamed the news of its project with the token in a header, and others are refused', async () => {
  const origin = `http://${served.host}`
  const { path: file } = await host.methods['project.create']({ title: 'Streamed' })
  const [mine, other] = await Promise.all([1, 2].map(() => host.methods['project.open']({ path: file })))
  const ask = (key: string, token = served.token) => {
    const page = new AbortController()
    onTestFinished(() => page.abort())
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', origin }
    const body = JSON.stringify({ key })
    return fetch(`${origin}/api/news`, { method: 'POST', headers, body, signal: page.signal })
  }
  expect((await ask(mine!.key, 'wrong')).status).toBe(401)
  expect((await ask('gone')).status).toBe(404)
  const answer = await ask(mine!.key)
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(Object.fromEntries(answer.headers)).toMatchObject(SECURITY_HEADERS)
  const reader = answer.body!.getReader()
  const next = async () => new TextDecoder().decode((await reader.read()).value)
  expect(await next()).toBe('data: {"revision":0,"others":0,"setAside":[],"selection":null}\n\n')
  await host.methods['project.select']({ key: other!.key, selection: { type: 'claims', ids: ['c'] } })
  expect(await next()).toBe(
    'data: {"revision":0,"others":0,"setAside":[],"selection":{"type":"claims","ids":["c"]}}\n\n',
  )
  for (let open = 2; open <= 4; open++) expect((await ask(other!.key)).status).toBe(200)
  expect((await ask(other!.key)).status).toBe(503)
})

test('the address for the browser gives the token once, and nothing else', async () => {
  const origin = `http://${served.host}`
  const once = new URL(server.urlOnce()).hash.slice('#once='.length)
  const ask = async (name: string, key: string) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', origin }
    const answer = await fetch(`${origin}/api/${name}`, { method: 'POST', headers, body: '{}' })
    return { status: answer.status, body: await answer.text() }
  }
  expect(await ask('app.start', once)).toMatchObject({ status: 401 })
  expect(await ask('session', once)).toEqual({
    status: 200,
    body: JSON.stringify({ ok: true, value: { token: served.token } }),
  })
  expect(await ask('session', once)).toMatchObject({ status: 401 })
  expect(await ask('app.start', served.token)).toMatchObject({ status: 200 })
})
