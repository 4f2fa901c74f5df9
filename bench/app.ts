import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { startBrowserApp } from '../e2e/support/browser-app'
import type { RunningApp } from '../e2e/support/running-app'
import { library } from '../e2e/support/desk'
import { addClock } from './clock'

/** Runs the built app in Chromium on a project of its own, which is removed afterwards. */
export async function withApp<Answer>(
  project: Project,
  measure: (page: Page, reopen: () => Promise<void>, nextWindow: RunningApp['nextWindow']) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-bench-'))
  const open = join(folder, 'project.json')
  await writeFile(open, save(project))
  const app = await startBrowserApp({ dataFolder: folder, open }, () => Promise.resolve())
  // A project of 10,000 articles needs half a minute where other programs use the processor, too.
  app.page.setDefaultTimeout(180_000)
  const ready = async () => {
    const articles = library(app.page).getByRole('listbox', { name: 'Articles' })
    // The library is not shown beside a map that has the window to itself.
    await articles.or(app.page.locator('.svelte-flow__node').first()).first().waitFor()
    await addClock(app.page)
    // Let the rest of opening the project finish, so that it is not measured.
    await app.page.waitForTimeout(500)
  }
  try {
    await ready()
    const reopen = async () => {
      await app.page.reload()
      await ready()
    }
    return await measure(app.page, reopen, app.nextWindow)
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The articles of the library, in its order. */
export const sourcesOf = (page: Page) =>
  library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option')

/** The article of the library with this title. */
export const articleNamed = (page: Page, title: string) => sourcesOf(page).filter({ hasText: title })
