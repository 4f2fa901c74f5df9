import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { App } from './app'
import type { RunningApp } from './running-app'
import { startBrowserApp } from './browser-app'
import { watch } from './complaints'
import { readProject } from './on-disk'

/** The wordings of a project's claims as they are on the disk, in order of the alphabet. */
export const claimsIn = async (path: string): Promise<string[]> =>
  (await readProject(path)).claims.map(({ text }) => text).sort()

/** Opens a project of those on the start screen. */
export const openRecent = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title}`) }).click()

/** In a browser a person reloads the tab; the desktop's window has no such command, and is started again. */
export const loadAgain = async (app: App): Promise<unknown> =>
  app.target === 'browser' ? app.page.reload() : app.restart()

/** Closes the project, and waits until it is let go of. */
export const closeProject = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
}

/** Another Counterpoint, with a data folder of its own, that is asked to open the file. */
export async function beside(
  app: App,
  path: string,
  use: (other: RunningApp) => Promise<void>,
  user?: number,
): Promise<void> {
  const complaints: string[] = []
  const dataFolder = join(app.dataFolder, 'beside')
  const other = await startBrowserApp({ dataFolder, open: path, user }, (page) => {
    page.setDefaultTimeout(15_000)
    return watch(page, complaints)
  })
  try {
    await use(other)
  } finally {
    await other.close()
  }
  expect(complaints, 'what the other page complained of').toEqual([])
}
