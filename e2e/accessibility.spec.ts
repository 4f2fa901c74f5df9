import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { expectNoViolations } from './support/axe'
import { article, filesIn } from './support/bad-files'
import {
  card,
  dragLink,
  importFiles,
  inspector,
  library,
  map,
  newClaim,
  openArticle,
  showDetails,
  openLibrary,
  saved,
  saveState,
  selectWords,
  startProject,
} from './support/desk'
import { projectsFolder } from './support/on-disk'

const HEDGING = 'The S-400 purchase is pragmatic hedging'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function openSample({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()
}

test('the start screen and the dialog for a new project have no accessibility violations', async ({
  app,
}) => {
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Start a new project' }).click()
  await expect(dialog(page, 'New project')).toBeVisible()
  await expectNoViolations(page)
})

test('articles read from the start screen name their project, and hints explain the sample until dismissed', async ({
  app,
}) => {
  await app.close()
  await rm(join(app.dataFolder, 'settings.json'))
  await app.restart()
  const { page } = app
  const [path] = await filesIn(app.dataFolder, 'given', {
    'one.txt': article('Two readings', 'Some say so.'),
  })
  await app.chooseFiles([path!], () => page.getByRole('button', { name: 'Read articles…' }).click())
  await expect(page.getByLabel('Project title')).toHaveValue('Two readings')
  expect(await readdir(join(app.dataFolder, 'projects'))).toContain('Two readings.json')
  await expect(map(page)).toContainText('This map is empty. Select words in the article')
  await page.getByRole('button', { name: 'Close project' }).click()
  await openSample(app)
  const hints = page.getByRole('note', { name: 'Hint' })
  await expect(hints).toHaveText([/Coloured words/, /Cards are claims/])
  await expectNoViolations(page)
  await page.reload()
  await expect(hints).toHaveCount(2)
  for (const left of [2, 1, 0]) {
    await hints.first().getByRole('button', { name: 'Dismiss this hint' }).click()
    await expect(hints).toHaveCount(left)
  }
  await page.getByRole('button', { name: 'Close project' }).click()
  await openSample(app)
  await expect(hints).toHaveCount(0)
})

test('an empty project, and the start screen that lists it, have no accessibility violations', async ({
  app,
}) => {
  const { page } = app
  await startProject(app, 'Empty')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('button', { name: /^Empty/ })).toBeVisible()
  await expectNoViolations(page)
})

test('the desk has no accessibility violations, whatever is selected', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await expectNoViolations(page)

  await test.step('a claim', async () => {
    await card(page, HEDGING).click()
    await expect(inspector(page).getByLabel('Wording')).toBeVisible()
    await expectNoViolations(page)
  })
  await test.step('a relation', async () => {
    await inspector(page)
      .getByRole('button', { name: /“.+” .+ “.+”/ })
      .first()
      .click()
    await expect(inspector(page).getByRole('radiogroup', { name: 'Kind of relation' })).toBeVisible()
    await expectNoViolations(page)
  })
  await test.step('an article', async () => {
    await openArticle(page, 1)
    await showDetails(page)
    await expect(inspector(page).getByLabel('Publisher')).toBeVisible()
    await expectNoViolations(page)
  })
  await test.step('words of an article', async () => {
    await selectWords(page, { paragraph: 1, from: 1, to: 6 })
    await expectNoViolations(page)
  })
})

test('the library’s lists have no accessibility violations, even without a match', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await openLibrary(page, 'Claims')
  await expect(library(page).getByRole('listbox', { name: 'Claims' })).toBeVisible()
  await expectNoViolations(page)
  await library(page).getByLabel('Filter the list').fill('nothing has these words')
  await expect(library(page).getByText('Nothing found')).toBeVisible()
  await expectNoViolations(page)
})

test('each layout of the desk has no accessibility violations', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(map(page)).toHaveCount(0)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  await expect(map(page)).toBeVisible()
  await expectNoViolations(page)
})

test('the dialogs of the desk have no accessibility violations', async ({ app }) => {
  const { page } = app
  await openSample(app)
  await card(page, HEDGING).click()
  await expect(inspector(page).getByLabel('Wording')).toBeVisible()

  for (const [name, keys] of [
    ['Commands', 'Control+k'],
    ['Export', 'Control+e'],
    ['Keyboard shortcuts', 'Shift+?'],
    ['Settings', 'Control+,'],
    ['Help', 'F1'],
    ['How does it relate to the other claim?', 'l'],
  ] as const) {
    await test.step(name, async () => {
      await page.keyboard.press(keys)
      await expect(dialog(page, name)).toBeVisible()
      await expectNoViolations(page)
      if (keys === 'l') return
      await page.keyboard.press('Escape')
      await expect(dialog(page, name)).toHaveCount(0)
    })
  }
  await test.step('the choice of the other claim', async () => {
    await page.keyboard.press('s')
    await expect(page.getByRole('combobox', { name: `“${HEDGING}” supports` })).toBeFocused()
    await expectNoViolations(page)
  })
  await test.step('a new wording', async () => {
    await page.keyboard.type('nothing has these words')
    await expect(page.getByRole('option', { name: 'New claim “nothing has these words”' })).toBeVisible()
    await expectNoViolations(page)
  })
  await test.step('a search that finds nothing', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zzqqxx')
    await expect(dialog(page, 'Commands').getByText('Nothing matches.')).toBeVisible()
    await expectNoViolations(page)
  })
})

test('the menu of a drawn link has no accessibility violations', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Linked')
  for (const words of ['It was a bargain', 'It was a bribe']) await newClaim(page, words)
  await map(page).getByRole('button', { name: 'Fit map' }).click()
  await dragLink(page, card(page, 'It was a bribe'), card(page, 'It was a bargain'))
  await expect(page.getByRole('menu', { name: 'Choose a relation' })).toBeVisible()
  await expectNoViolations(page)
})

test('messages about refused files and unsaved work have no accessibility violations', async ({ app }) => {
  const { page } = app
  const paths = await filesIn(app.dataFolder, 'given', { 'one.txt': article('A reading'), 'nothing.txt': '' })
  await startProject(app, 'Bad news')
  await importFiles(app, paths)
  await expect(page.getByRole('main')).toContainText('is empty')
  await expectNoViolations(page)
  const hidden = join(app.dataFolder, 'moved away')
  await rename(projectsFolder(app), hidden)
  await newClaim(page, 'Not on the disk yet')
  await expect(saveState(page)).toHaveText(/^Not saved/)
  await expectNoViolations(page)
  await rename(hidden, projectsFolder(app))
  await saved(page)
})
