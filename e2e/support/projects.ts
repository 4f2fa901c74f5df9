import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { App } from './app'
import type { RunningApp } from './running-app'
import { startBrowserApp } from './browser-app'
import { watch } from './complaints'
import { readProject } from './on-disk'

/** The wordings of a project's claims on the disk, in alphabetical order. */
export const claimsIn = async (path: string): Promise<string[]> =>
  (await readProject(path)).claims.map(({ text }) => text).sort()

/** Opens a project from the start screen's list. */
export const openRecent = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title}`) }).click()

/** Loads the page again. The tab opens its project by itself; the desktop is restarted and opens it from the list. */
export async function loadAgain(app: App, title: string): Promise<void> {
  if (app.target === 'browser') {
    await app.page.reload()
    return
  }
  await app.restart()
  await openRecent(app.page, title)
}

/** Closes the project and waits until it is released. */
export const closeProject = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
}

/** Starts another instance, with its own data folder, that opens the file. */
export async function beside(
  app: App,
  path: string,
  use: (other: RunningApp) => Promise<void>,
  user?: number,
): Promise<void> {
  const complaints: string[] = []
  const dataFolder = join(app.dataFolder, 'beside')
  const other = await startBrowserApp({ dataFolder, open: path, user }, (page) => {
    page.setDefaultTimeout(60_000)
    return watch(page, complaints)
  })
  try {
    await use(other)
  } finally {
    await other.close()
  }
  expect(complaints, 'what the other page complained of').toEqual([])
}
