import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { startServer, stopServer } from './support/browser-app'
import {
  card,
  inspector,
  map,
  newClaim,
  openArticle,
  reader,
  saved,
  saveState,
  startProject,
} from './support/desk'
import { message } from './support/messages'
import { projectFile } from './support/on-disk'
import { claimsIn } from './support/projects'
import { openSample } from './support/sample-map'

/** Runs a command from the palette. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
}

test('two windows show one project, each with the other’s changes at once, and end the same on disk', async ({
  app,
}) => {
  const { page } = app
  await startProject(app, 'Two windows')
  await newClaim(page, 'Written before')
  const other = await app.nextWindow(() => page.keyboard.press('Alt+Shift+N'))
  await expect(card(other, 'Written before')).toBeVisible()

  await newClaim(other, 'Written in the second')
  await expect(card(page, 'Written in the second')).toBeVisible()
  await newClaim(page, 'Written in the first')
  await expect(card(other, 'Written in the first')).toBeVisible()
  await Promise.all([saved(page), saved(other)])
  const path = projectFile(app, 'Two windows')
  const all = ['Written before', 'Written in the first', 'Written in the second']
  expect(await claimsIn(path)).toEqual(all)

  // Undo takes back what this window has done, although the other was later.
  await other.keyboard.press('ControlOrMeta+z')
  await expect(card(page, 'Written in the second')).toHaveCount(0)
  await expect(card(other, 'Written in the first')).toBeVisible()

  // A claim that is deleted in the other window is no longer selected here.
  await card(page, 'Written before').click()
  await expect(inspector(page).getByLabel('Wording')).toHaveValue('Written before')
  await card(other, 'Written before').click()
  await other.keyboard.press('Delete')
  await expect(card(page, 'Written before')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Wording' })).toHaveCount(0)

  await Promise.all([saved(page), saved(other)])
  expect(await claimsIn(path)).toEqual(['Written in the first'])

  await other.close()
  await newClaim(page, 'Written alone')
  await saved(page)
  expect(await claimsIn(path)).toEqual(['Written alone', 'Written in the first'])
})

test('a window follows the selection of the other if it is asked to', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await openArticle(page, 1)
  const other = await app.nextWindow(() => command(page, 'Open a second window'))
  await expect(map(other).locator('[data-claim]').first()).toBeVisible()
  const title = reader(other).getByRole('heading', { level: 1 })
  await expect(title).toBeVisible()

  const first = map(page).locator('[data-claim]').first()
  await first.click()
  await expect(inspector(page).getByLabel('Wording')).toBeVisible()
  const wording = await inspector(page).getByLabel('Wording').inputValue()
  await expect(other.getByRole('textbox', { name: 'Wording' })).toHaveCount(0)
  await command(other, 'Follow or leave the selection')
  await expect(message(other, 'This window follows')).toBeVisible()
  await expect(inspector(other).getByLabel('Wording')).toHaveValue(wording)
  await page.keyboard.press('Escape')
  await expect(other.getByRole('textbox', { name: 'Wording' })).toHaveCount(0)
})

test('a window says at once that its server was stopped', async ({ app }) => {
  test.skip(app.target === 'electron', 'the desktop edition has no server')
  const { url, server } = await startServer({ dataFolder: join(app.dataFolder, 'another') })
  const page = await app.page.context().newPage()
  await page.goto(url)
  await startProject({ ...app, page }, 'Cut off')
  await saved(page)
  await stopServer(server)
  await expect(saveState(page)).toHaveText(/^Not saved: .*server is not responding/)
})
