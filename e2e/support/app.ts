import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { startBrowserApp } from './browser-app'
import { electronBinary, startElectronApp } from './electron-app'
import { watch } from './complaints'
import type { RunningApp } from './running-app'

export { expect }

export interface AppOptions {
  /** The edition under test. */
  target: 'browser' | 'electron'
  /** Whether the page is asked to move less, so that a test need not wait for animations. */
  motion: 'reduce' | 'no-preference'
}

/** The app under test. It can be closed and restarted on the same data folder. */
export interface App extends RunningApp {
  readonly target: AppOptions['target']
  readonly dataFolder: string
  /** What the page complained of. A test that expects a complaint removes it; any that is left fails the test. */
  readonly complaints: string[]
  /** Closes the app if it runs and starts it again, with a new `page`. */
  restart(options?: { open?: string }): Promise<void>
}

interface Fixtures {
  /** A folder for this test, removed afterwards. */
  dataFolder: string
  app: App
}

/** Playwright's `test` with a running app on a new data folder. Errors in the page fail the test. */
export const test = base.extend<Fixtures & AppOptions>({
  target: ['browser', { option: true }],
  motion: ['reduce', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'counterpoint-e2e-'))
    // The hints of the sample project would take room in every test. `accessibility` covers them.
    await writeFile(
      join(folder, 'settings.json'),
      JSON.stringify({ hintsDismissed: ['marks', 'map', 'marking'] }),
    )
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ target, motion, dataFolder }, use) => {
    test.skip(
      target === 'electron' && !electronBinary(),
      'Electron’s binary is not on this machine: skipped.',
    )
    const complaints: string[] = []
    const start = async (options: { open?: string } = {}) => {
      const run = target === 'electron' ? startElectronApp : startBrowserApp
      return run({ dataFolder, motion, ...options }, (page) => {
        page.setDefaultTimeout(60_000)
        return watch(page, complaints)
      })
    }
    let running = await start()
    await use({
      target,
      dataFolder,
      complaints,
      get page() {
        return running.page
      },
      chooseFiles: (paths, ask) => running.chooseFiles(paths, ask),
      chooseProject: (path, ask) => running.chooseProject(path, ask),
      nextSave: (ask) => running.nextSave(ask),
      nextLink: (ask) => running.nextLink(ask),
      nextWindow: (ask) => running.nextWindow(ask),
      menu: (name) => running.menu(name),
      close: () => running.close(),
      async restart(options) {
        await running.close()
        running = await start(options)
      },
    })
    await running.close()
    expect(complaints, 'what the page complained of').toEqual([])
  },
})
