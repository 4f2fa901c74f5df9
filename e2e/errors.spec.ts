import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { article, filesIn } from './support/bad-files'
import { importFiles, library, map, newClaim, saved, saveState, startProject } from './support/desk'
import { message, messages } from './support/messages'
import { projectFile, projectsFolder } from './support/on-disk'
import { claimsIn } from './support/projects'

const FAILED = /Something in Counterpoint failed. Your work is still here/
const log = (app: App) => readFile(join(app.dataFolder, 'counterpoint.log'), 'utf8')

/** A project whose last claim is not on the disk, because its folder has been moved away. */
async function startUnsaved(app: App, title: string): Promise<{ putBack(): Promise<void> }> {
  const { page } = app
  await startProject(app, title)
  await importFiles(app, await filesIn(app.dataFolder, 'given', { 'one.txt': article('Two readings') }))
  await newClaim(page, 'Written before')
  await saved(page)
  const hidden = join(app.dataFolder, 'moved away')
  await rename(projectsFolder(app), hidden)
  await newClaim(page, 'Written meanwhile')
  await expect(saveState(page)).toHaveText(/^Not saved/)
  return { putBack: () => rename(hidden, projectsFolder(app)) }
}

/** Replaces what the library's list of sources, and nothing else on the desk, writes numbers with. */
const breakSources = (page: Page, isBroken: boolean) =>
  page.evaluate((fails) => {
    const get = () => {
      if (fails) throw new TypeError('Written meanwhile is not a function')
      return String
    }
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', { configurable: true, get })
  }, isBroken)

test('an error in a pane stays in it, and a copy saved elsewhere has the unsaved work', async ({ app }) => {
  const { page } = app
  const { putBack } = await startUnsaved(app, 'Broken')
  await library(page)
    .getByRole('button', { name: /^Claims/ })
    .click()
  await breakSources(page, true)
  await library(page)
    .getByRole('button', { name: /^Articles/ })
    .click()

  await expect(library(page)).toContainText('This pane failed')
  await expect(message(page, FAILED)).toBeVisible()
  await expect(map(page).locator('[data-claim]')).toHaveCount(2)
  for (const place of [library(page), messages(page)]) {
    const save = place.getByRole('button', { name: 'Save a copy elsewhere' })
    const { bytes } = await app.nextSave(() => save.click())
    expect(String(bytes)).toContain('Written before')
    expect(String(bytes)).toContain('Written meanwhile')
  }

  await breakSources(page, false)
  await library(page).getByRole('button', { name: 'Reload pane' }).click()
  await expect(library(page).getByRole('listbox', { name: 'Articles' })).toContainText('Two readings')
  await putBack()
  await saved(page)
  expect(await claimsIn(projectFile(app, 'Broken'))).toEqual(['Written before', 'Written meanwhile'])
  await expect.poll(() => log(app)).toMatch(/ (browser|electron) TypeError: /)
  expect(await log(app)).not.toContain('Written')
})

for (const { what, fail } of [
  { what: 'a promise that nobody waits for', fail: () => void Promise.reject(new Error('Lost on the way')) },
  {
    what: 'a timer',
    fail: () =>
      void setTimeout(() => {
        throw new Error('Lost on the way')
      }),
  },
]) {
  test(
    `an error in ${what} is reported and logged, and work continues`,
    { tag: '@page' },
    async ({ app }) => {
      const { page } = app
      const { putBack } = await startUnsaved(app, 'Lost')
      await page.evaluate(fail)
      await expect(message(page, FAILED)).toBeVisible()
      await expect.poll(() => app.complaints).toEqual(['threw: Lost on the way'])
      app.complaints.length = 0
      const save = messages(page).getByRole('button', { name: 'Save a copy elsewhere' })
      const { bytes } = await app.nextSave(() => save.click())
      expect(String(bytes)).toContain('Written meanwhile')
      await expect.poll(() => log(app)).toContain('Error: (message left out)')
      await putBack()
      await newClaim(page, 'Written after')
      await saved(page)
    },
  )
}
