import { expect, test } from './support/app'
import { article, filesIn } from './support/bad-files'
import {
  importFiles,
  importReport,
  inspector,
  library,
  map,
  newClaim,
  openArticle,
  openLibrary,
  reader,
  selectWords,
  startProject,
} from './support/desk'

const HEDGING = 'The purchase is pragmatic hedging'
const OTHER = 'Sanctions would hurt'
const WORDS = { paragraph: 0, from: 0, to: 4 }

/** A project with two articles and two claims without a passage, of which the first one is selected. */
async function begin(app: Parameters<Parameters<typeof test>[2]>[0]['app']) {
  const paths = await filesIn(app.dataFolder, 'given', {
    'one.txt': article('Two readings', 'Both suppliers were kept on, as ever. Nobody saw the papers.'),
    'two.txt': article('Another reading', 'A share in building it was offered, they say. Nobody took it.'),
  })
  await startProject(app, 'Live selection')
  await importFiles(app, paths)
  // The end of an import opens the last article.
  await expect(importReport(app.page)).toBeVisible()
  await newClaim(app.page, OTHER)
  await newClaim(app.page, HEDGING)
}

test('words selected by mouse stay what a dialog works on', async ({ app }) => {
  const { page } = app
  const press = page.keyboard
  await begin(app)
  await openArticle(page, 0)

  await test.step('Shift E adds them to a claim that is found by typing', async () => {
    const words = await selectWords(page, WORDS)
    await press.press('Shift+e')
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(2)
    await press.type('Sanctions')
    await press.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(OTHER)
    await expect(inspector(page).locator('blockquote')).toHaveText(words)
  })

  await test.step('so does the command, by mouse', async () => {
    await page.keyboard.press('Escape')
    const words = await selectWords(page, { ...WORDS, from: 7, to: 10 })
    await press.press('Control+k')
    await press.type('Add selection to a claim')
    await page.getByRole('option', { name: 'Add selection to a claim…' }).click()
    await page.getByRole('dialog').getByRole('option', { name: HEDGING }).click()
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
    await expect(inspector(page).locator('blockquote')).toHaveText(words)
  })

  await test.step('and they are still selected when a dialog is closed without an answer', async () => {
    const words = await selectWords(page, { ...WORDS, from: 2, to: 6 })
    await press.press('Shift+e')
    await expect(page.getByRole('dialog')).toBeVisible()
    await press.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('toolbar', { name: 'Mark selection' })).toBeVisible()
    await expect.poll(() => page.evaluate(() => String(getSelection()).trim())).toBe(words)
    await press.press('2')
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(words)
  })
})

test('E asks for the claim when none is selected, the last one first; other keys say what they need', async ({
  app,
}) => {
  const { page } = app
  const press = page.keyboard
  await begin(app)
  await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
  await openArticle(page, 1)
  const words = await selectWords(page, WORDS)
  await press.press('e')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(HEDGING)
  await press.press('Enter')
  await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
  await expect(inspector(page).locator('blockquote')).toHaveText(words)
  await press.press('Escape')
  await press.press('e')
  await expect(page.getByText('Select words in the article first.')).toBeVisible()
  await press.press('l')
  await expect(page.getByText('Select a claim first.')).toBeVisible()
  await press.press('s')
  await expect(page.getByText('Select a relation first.')).toBeVisible()
})

test('with only the map on screen, whatever leads to an article shows the reader', async ({ app }) => {
  const { page } = app
  await begin(app)
  const only = async () => {
    await page.keyboard.press('Alt+3')
    await expect(reader(page)).toHaveCount(0)
    // Both panels can be called in this view.
    if ((await library(page).count()) === 0) await page.keyboard.press('Alt+Shift+l')
    await expect(library(page)).toBeVisible()
  }
  await openArticle(page, 0)
  const words = await selectWords(page, WORDS)
  await page.keyboard.press('2')
  await expect(inspector(page).locator('blockquote')).toHaveText(words)

  await test.step('the arrow of a passage', async () => {
    await only()
    await inspector(page).getByRole('button', { name: 'Show in the article' }).click()
    await expect(reader(page).locator('article')).toContainText(words)
  })
  await test.step('an article of the library, by mouse and by keys', async () => {
    await only()
    await openArticle(page, 1)
    await expect(reader(page).locator('article')).toContainText('A share in building it')
    await only()
    await library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option').first().press('Enter')
    await expect(reader(page).locator('article')).toContainText(words)
  })
  await test.step('a claim of the library that is on no map', async () => {
    await only()
    await openLibrary(page, 'Claims')
    await library(page).getByRole('option', { name: words }).click()
    await expect(reader(page).locator('article')).toContainText(words)
    await expect(map(page)).toBeVisible()
  })
  await test.step('a title of the import report', async () => {
    await only()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Show last import report')
    await page.keyboard.press('Enter')
    await inspector(page).getByRole('button', { name: 'Another reading' }).click()
    await expect(reader(page).locator('article')).toContainText('A share in building it')
  })
})
