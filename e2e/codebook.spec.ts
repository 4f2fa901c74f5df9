import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { violations } from './support/axe'
import { card, inspector, library, openLibrary, saved } from './support/desk'

const HEDGING = 'The S-400 purchase is pragmatic hedging'

const codebook = (page: Page) => page.getByRole('dialog', { name: 'Codebook' })
const categories = (page: Page) => codebook(page).getByRole('list', { name: 'Categories' })
const tags = (page: Page) => codebook(page).getByRole('list', { name: 'Tags' })
const message = (page: Page) => codebook(page).getByRole('status', { name: 'Codebook message' })

/** The card's element whose name begins with the claim's category. */
const categoryOf = (page: Page, words: string) => card(page, words).locator('..')

async function openCodebook({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()
  await openLibrary(page, 'Claims')
  await library(page).getByRole('button', { name: 'Codebook' }).click()
  await expect(codebook(page)).toBeVisible()
}

test('a category can be renamed, recoloured and described, and the desk shows it at once', async ({
  app,
}) => {
  const { page } = app
  await openCodebook(app)
  await categories(page)
    .getByRole('button', { name: /^Hypothesis/ })
    .click()
  await codebook(page).getByLabel('Name', { exact: true }).fill('Reading')
  await codebook(page).getByLabel('Name', { exact: true }).press('Enter')
  await codebook(page).getByRole('radio', { name: 'Green' }).check()
  await codebook(page).getByLabel('Definition').fill('One of the readings that compete.')
  await expect(categories(page).getByRole('button', { name: /^Reading/ })).toBeVisible()
  await saved(page)
  await page.keyboard.press('Escape')
  await expect(categoryOf(page, HEDGING)).toHaveAttribute('aria-label', /^Reading: /)
  await expect(library(page).getByLabel('Category').getByRole('option')).toHaveText([
    'All categories',
    'Evidence',
    'Assumption',
    'Judgement',
    'Question',
    'Reading',
  ])
})

test('the longest name of a category does not overflow any pane', async ({ app }) => {
  const { page } = app
  await openCodebook(app)
  await categories(page)
    .getByRole('button', { name: /^Hypothesis/ })
    .click()
  await codebook(page).getByLabel('Name', { exact: true }).fill('long name '.repeat(8).trim())
  await codebook(page).getByLabel('Name', { exact: true }).press('Enter')
  await page.keyboard.press('Escape')
  await card(page, HEDGING).click()
  await expect(inspector(page).getByLabel('Category')).toBeVisible()
  for (const pane of [inspector(page), library(page)]) {
    const wider = await pane.evaluate((section) =>
      [...section.querySelectorAll('div, ul, li, button')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth > 20)
        .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} > ${clientWidth}`),
    )
    expect(wider).toEqual([])
  }
})

test('a taken key is swapped, and categories are ordered by key everywhere', async ({ app }) => {
  const { page } = app
  await openCodebook(app)
  await categories(page)
    .getByRole('button', { name: /^Question/ })
    .click()
  await codebook(page).getByLabel('Key', { exact: true }).selectOption('1')
  await expect(message(page)).toContainText('“Evidence” now has the key 4.')
  const order = ['Question', 'Assumption', 'Judgement', 'Evidence', 'Hypothesis']
  await expect(categories(page).getByRole('button')).toContainText(order)
  await expect(codebook(page).getByLabel('Name', { exact: true })).toHaveValue('Question')
  await page.keyboard.press('Control+z')
  await expect(categories(page).getByRole('button').first()).toContainText('Evidence')
  await expect(message(page)).toBeEmpty()
})

test('a duplicate name is refused in the dialog, and nothing is changed', async ({ app }) => {
  const { page } = app
  await openCodebook(app)
  const name = codebook(page).getByLabel('Name', { exact: true })
  await name.fill('assumption')
  await name.press('Enter')
  await expect(message(page)).toHaveText('There is already a category “assumption”. The old name was kept.')
  await expect(name).toHaveValue('assumption')
  await name.press('Escape')
  await expect(name).toHaveValue('Evidence')
})

test('a category can be added, and a deleted one passes its claims to another', async ({ app }) => {
  const { page } = app
  await openCodebook(app)
  await codebook(page).getByLabel('New category').fill('Inference')
  await codebook(page).getByLabel('New category').press('Enter')
  await expect(categories(page).getByRole('button', { name: /^Inference 0 claims/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await categories(page)
    .getByRole('button', { name: /^Hypothesis/ })
    .click()
  await codebook(page).getByRole('button', { name: 'Delete category…' }).click()
  const choice = codebook(page).getByLabel('Category for its claims')
  await expect(choice).toBeFocused()
  await choice.selectOption('Inference')
  await codebook(page).getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(message(page)).toContainText('“Hypothesis” was deleted. 5 claims moved to “Inference”.')
  await expect(categories(page).getByRole('button', { name: /^Evidence/ })).toBeFocused()
  await expect(categories(page).getByRole('button', { name: /^Hypothesis/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(categoryOf(page, HEDGING)).toHaveAttribute('aria-label', /^Inference: /)
  await page.keyboard.press('Control+z')
  await expect(categoryOf(page, HEDGING)).toHaveAttribute('aria-label', /^Hypothesis: /)
})

test('a tag can be renamed, merged and deleted on every claim, by keyboard', async ({ app }) => {
  const { page } = app
  await openCodebook(app)
  await codebook(page).getByRole('button', { name: /^Tags/ }).click()
  const before = await tags(page).getByRole('listitem').count()
  const tag = (name: string) => tags(page).getByLabel(`Name of the tag ${name}`, { exact: true })
  await tag('S-400').fill('air defence')
  await page.keyboard.press('Enter')
  await expect(tag('air defence')).toBeFocused()
  await expect(message(page)).toContainText('“S-400” was renamed to “air defence”.')
  await tag('sanctions').fill('air defence')
  await page.keyboard.press('Enter')
  await expect(message(page)).toContainText('“sanctions” was merged into “air defence”.')
  await expect(tags(page).getByRole('listitem')).toHaveCount(before - 1)
  await tags(page).getByRole('button', { name: 'Delete the tag drones' }).click()
  await expect(tags(page).getByRole('listitem')).toHaveCount(before - 2)
  await message(page).getByRole('button', { name: 'Undo' }).click()
  await expect(tag('drones')).toBeVisible()
  await page.keyboard.press('Escape')
  await card(page, HEDGING).click()
  await expect(inspector(page).getByLabel('Tags, separated by commas')).toHaveValue('air defence')
})

test('the codebook has no accessibility violations in its categories, tags and question', async ({ app }) => {
  const { page } = app
  await openCodebook(app)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(':root')).toHaveCSS('color-scheme', colorScheme)
    expect(await violations(page), `categories, ${colorScheme}`).toEqual([])
    await codebook(page).getByRole('button', { name: 'Delete category…' }).click()
    expect(await violations(page), `the question, ${colorScheme}`).toEqual([])
    await codebook(page).getByRole('button', { name: 'Keep' }).click()
    await codebook(page).getByRole('button', { name: /^Tags/ }).click()
    expect(await violations(page), `tags, ${colorScheme}`).toEqual([])
    await codebook(page)
      .getByRole('button', { name: /^Categories/ })
      .click()
  }
})
