import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { startServer, stopServer } from './support/browser-app'
import { electronArgs, electronBinary } from './support/electron-app'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types svelte-trusted-html counterpoint-worker"

/** Whether the page is still shown, in the only window. */
const isWhereItWas = (page: Page, before: string) =>
  page.url() === before && page.context().pages().length === 1

/** What the preload script gives the page. */
const BRIDGE = ['call', 'listen', 'onClose', 'onCommand', 'onNews', 'openWindow']

test('the page starts with a content security policy, and reaches neither its token nor Node', async ({
  app,
}) => {
  await expect(app.page).toHaveTitle(/Counterpoint/)
  await expect.poll(() => app.page.url()).not.toContain('token')
  expect(await app.page.evaluate(() => document.cookie)).toBe('')

  const headers = await app.page.evaluate(async () =>
    Object.fromEntries((await fetch(location.pathname)).headers),
  )
  expect(headers['content-security-policy']).toBe(POLICY)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['cache-control']).toBe('no-store')

  const found = await app.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys((window as { counterpoint?: object }).counterpoint ?? {}).sort(),
  }))
  expect(found.node).toEqual([])
  expect(found.bridge).toEqual(app.target === 'electron' ? BRIDGE : [])
})

test('the window cannot navigate, and its native menu sends commands to the page', async ({ app }) => {
  test.skip(app.target === 'browser', 'a browser’s tab is the user’s to lead, and has a menu of its own')
  const before = app.page.url()
  await app.page.evaluate(() => window.location.assign('https://example.com/'))
  await app.page.evaluate(() => void window.open('https://example.com/'))
  await app.page.waitForTimeout(500)
  // A busy machine takes a while to close the window that was refused.
  await expect.poll(() => isWhereItWas(app.page, before)).toBe(true)

  await app.menu('help.shortcuts')
  await expect(app.page.getByRole('dialog')).toBeVisible()
  await expect(app.menu('no.such')).rejects.toThrow('no.such')
})

test('the address of an article opens in a browser after a question; an unsafe one cannot be opened', async ({
  app,
}) => {
  const article = join(app.dataFolder, 'linked.txt')
  await writeFile(article, 'A linked reading\n\nIt was a bargain.\n')
  await app.restart({ open: article })
  const { page } = app
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const address = inspector.getByLabel('Address')
  await page.getByRole('region', { name: 'Library' }).getByText('A linked reading').click()
  await page.getByRole('button', { name: 'Article details' }).click()
  const open = inspector.getByRole('button', { name: /^Open / })
  await expect(open).toBeHidden()
  for (const given of ['javascript:alert(1)', 'http://example.com/', 'https://user@example.com/']) {
    await address.fill(given)
    await address.blur()
    await expect(address).toHaveValue(given)
    await expect(open).toBeHidden()
  }
  await address.fill('https://counterpoint.example/ça?b')
  await address.blur()
  await expect(open).toHaveText(/Open counterpoint\.example…/)
  const before = page.url()
  expect(await app.nextLink(() => open.click())).toBe('https://counterpoint.example/%C3%A7a?b')
  expect(isWhereItWas(page, before)).toBe(true)
})

test('opens a folder of articles as a new project', async ({ app }) => {
  const folder = join(app.dataFolder, 'Two readings')
  await mkdir(folder)
  await writeFile(join(folder, 'one.txt'), 'The first reading\n\nIt was a bargain.\n')
  await writeFile(join(folder, 'two.txt'), 'The second reading\n\nIt was a bribe.\n')
  await app.restart({ open: folder })
  const library = app.page.getByRole('region', { name: 'Library' })
  await expect(library).toContainText('The first reading')
  await expect(library).toContainText('The second reading')
})

test('closes if no project is open, and restarts on the same data, with the window at its last position', async ({
  app,
}) => {
  if (app.target === 'browser') {
    // A browser keeps its own windows.
    await app.restart()
    await expect(app.page).toHaveTitle(/Counterpoint/)
    return
  }
  await app.close()
  const path = join(app.dataFolder, 'window.json')
  const stood = { ...(JSON.parse(await readFile(path, 'utf8')) as object), width: 1111, height: 777 }
  await writeFile(path, JSON.stringify(stood))
  await app.restart()
  await app.close()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(stood)
})

test('a second start passes its file to the first instance, and ends', async ({ app }) => {
  test.skip(app.target === 'browser', 'each start of the server is one of its own')
  const article = join(app.dataFolder, 'late.txt')
  await writeFile(article, 'A late arrival\n\nIt came in by another door.\n')
  const args = electronArgs({ dataFolder: app.dataFolder, open: article })
  const second = spawn(electronBinary()!, args, { stdio: 'ignore' })
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect(app.page.getByRole('region', { name: 'Library' })).toContainText('A late arrival')
})

test.describe('the server', () => {
  test.skip(({ target }) => target === 'electron', 'Electron has no server')

  test('answers the page and nobody else', async ({ dataFolder }) => {
    const { url, server } = await startServer({ dataFolder })
    const { host, origin, hash } = new URL(url)
    const token = hash.slice('#token='.length)
    const good = {
      host,
      origin,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    }
    const call = (changed: Record<string, string | undefined>, method = 'POST', path = '/api/app.start') =>
      send(url, method, path, { ...good, ...changed })

    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await call({})).toMatchObject({
      status: 200,
      body: expect.stringContaining('"edition":"browser"'),
    })
    // The server's unit tests have a table of all rejected requests.
    expect(await call({ authorization: undefined })).toMatchObject({ status: 401 })
    expect(await call({ host: 'example.com' })).toMatchObject({ status: 421 })
    expect(await call({ origin: origin.replace('127.0.0.1', 'localhost') })).toMatchObject({ status: 403 })
    expect(await call({ origin: undefined }, 'GET', '/../package.json')).toMatchObject({ status: 404 })
    const page = await call({ origin: undefined }, 'GET', '/')
    expect(page.status).toBe(200)
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers['content-security-policy']).toBe(POLICY)
    expect(await stopServer(server)).toBe(0)
  })
})

interface Reply {
  readonly status: number | undefined
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** Sends a request verbatim, including ones that no browser would send. */
function send(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string | undefined>,
): Promise<Reply> {
  const { hostname, port } = new URL(url)
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
  return new Promise((done, failed) => {
    const outgoing = request(
      { hostname, port, method, path, headers: given as Record<string, string> },
      (reply) => {
        let body = ''
        reply.on('data', (chunk) => (body += String(chunk)))
        reply.on('end', () => {
          done({ status: reply.statusCode, headers: reply.headers, body })
        })
      },
    )
    outgoing.on('error', failed)
    outgoing.end(method === 'POST' ? '{}' : undefined)
  })
}
