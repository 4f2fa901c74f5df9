import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { installedChromium } from '../../scripts/chromium.mjs'
import type { RunningApp, StartOptions } from './running-app'

/** The root of the repository. */
export const root = join(import.meta.dirname, '..', '..')

/** Options of Chromium for every test: quiet, and without a sandbox where it cannot have one. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-gpu',
  '--disable-component-update',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--disable-sync',
  '--no-first-run',
]

/** Starts the server and returns the address that it prints. */
export async function startServer({
  dataFolder,
  open,
  user,
}: StartOptions): Promise<{ url: string; server: ChildProcess }> {
  const cli = join(root, 'out', 'main', 'cli.js')
  const args = [
    cli,
    'serve',
    ...(open ? [open] : []),
    '--no-open',
    // As anywhere else, 0 means any free port.
    '--port',
    '0',
    '--data-dir',
    dataFolder,
  ]
  const server = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(user !== undefined && { uid: user, gid: user }),
  })
  const url = await new Promise<string>((done, failed) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const address = /^Counterpoint is at (\S+)$/m.exec(said)?.[1]
      if (address) done(address)
    })
    server.on('exit', (code) => failed(new Error(`the server ended with ${code} before it answered`)))
  })
  return { url, server }
}

/** Asks the server to end and returns its exit code. */
export async function stopServer(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  return server.exitCode
}

let browser: Promise<Browser> | undefined

/** One Chromium for all tests of a worker. Each test has a context of its own. */
function sharedBrowser(): Promise<Browser> {
  const executablePath = installedChromium()
  browser ??= chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) })
  return browser
}

/** The browser edition in a window of its own. */
export async function startBrowserApp(
  options: StartOptions,
  prepare: (page: Page) => Promise<void>,
): Promise<RunningApp> {
  const [{ url, server }, browser] = await Promise.all([startServer(options), sharedBrowser()])
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: options.motion ?? 'reduce',
  })
  const page = await context.newPage()
  await prepare(page)
  // Playwright intercepts file choosers only while there is a listener, and a key may open one before the test adds
  // its own.
  page.on('filechooser', () => undefined)
  await page.goto(url)
  const choose = async (paths: readonly string[], ask: () => Promise<void>) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()])
    await chooser.setFiles([...paths])
  }
  return {
    page,
    chooseFiles: choose,
    chooseProject: (path, ask) => choose([path], ask),
    async nextSave(ask) {
      const [download] = await Promise.all([page.waitForEvent('download'), ask()])
      return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    async nextLink(ask) {
      page.once('dialog', (dialog) => void dialog.accept())
      // A page opened without an opener sends its request before a test can intercept it, so the address must not
      // exist.
      const [other, request] = await Promise.all([
        context.waitForEvent('page'),
        context.waitForEvent('request', (each) => each.isNavigationRequest()),
        ask(),
      ])
      expect(
        await request.headerValue('referer'),
        'the other page is not told where it is come from',
      ).toBeNull()
      expect(await other.evaluate(() => window.opener as unknown), 'it does not reach this one').toBeNull()
      await other.close()
      return request.url()
    },
    async nextWindow(ask) {
      const [other] = await Promise.all([context.waitForEvent('page'), ask()])
      await prepare(other)
      return other
    },
    menu: () => Promise.reject(new Error('the browser edition has no native menu')),
    async close() {
      // Like closing a tab, but without asking the page.
      await page.close({ runBeforeUnload: false })
      await context.close()
      await stopServer(server)
    },
  }
}
