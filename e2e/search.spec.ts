import type { Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { violations } from './support/axe'
import { card, inspector, library, reader } from './support/desk'

const HEDGING = 'The S-400 purchase is pragmatic hedging'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Find in everything' })
const box = (page: Page) => dialog(page).getByRole('combobox', { name: 'Find in everything' })
const list = (page: Page) => dialog(page).getByRole('listbox', { name: 'Found' })
const results = (page: Page) => list(page).getByRole('option')
const chosen = (page: Page) => list(page).getByRole('option', { selected: true })
const result = (page: Page) => dialog(page).getByRole('status', { name: 'Search result' })

async function openSearch({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()
  await page.keyboard.press('Control+Shift+f')
  await expect(box(page)).toBeFocused()
}

test('a claim is found by the beginning of a word with a typo, and Enter goes to it', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  await box(page).fill('pragmtic hedg')
  await expect(chosen(page)).toContainText(HEDGING)
  await expect(chosen(page).locator('mark')).toHaveText(['pragmatic', 'hedging'])
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(inspector(page).getByLabel('Wording')).toHaveValue(HEDGING)
})

test('words of an article are found in their paragraph, and Enter opens it there', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  await box(page).fill('procurement agency batteries')
  await expect(dialog(page).getByRole('group', { name: 'Articles 1' })).toBeVisible()
  await expect(chosen(page)).toContainText('S-400 air-defence batteries')
  const words = (await chosen(page).locator('mark').first().textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(reader(page).getByText('S-400 air-defence batteries')).toBeInViewport()
  expect(words).not.toBe('')
})

test('an article opens even in map view', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  await expect(reader(page)).toHaveCount(0)
  await page.keyboard.press('Control+Shift+f')
  await box(page).fill('procurement agency batteries')
  await page.keyboard.press('Enter')
  await expect(reader(page).getByText('S-400 air-defence batteries')).toBeInViewport()
})

test('filters narrow the results, and list all matches if there are no words', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  await expect(results(page)).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'On no map' }).click()
  await expect(result(page)).toHaveText('10 claims')
  await dialog(page).getByLabel('Category').selectOption('Evidence')
  await expect(result(page)).toHaveText('5 claims')
  await dialog(page).getByLabel('Tag').selectOption('S-400')
  await expect(result(page)).toHaveText('2 claims')
  await box(page).fill('moscow')
  await expect(result(page)).toHaveText('1 claim')
  await box(page).fill('nobody wrote this')
  await expect(result(page)).toHaveText(/^Nothing matches/)
  await dialog(page).getByRole('button', { name: 'Clear filters' }).click()
  await dialog(page).getByRole('button', { name: 'Passages to review' }).click()
  await expect(results(page)).toHaveCount(0)
})

test('a new claim is found at once, and an undone one is not', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  await page.keyboard.press('Escape')
  await card(page, HEDGING).click()
  await inspector(page).getByLabel('Note').fill('Ask the quartermaster.')
  await page.keyboard.press('Control+Shift+f')
  await box(page).fill('quartermaster')
  await expect(dialog(page).getByRole('group', { name: 'Notes 1' })).toBeVisible()
  await test.step('Undo concerns the typed words while the focus is on them', async () => {
    await page.keyboard.press('Control+z')
    await expect(box(page)).not.toHaveValue('quartermaster')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+f')
    await box(page).fill('quartermaster')
  })
  await expect(result(page)).toHaveText(/^Nothing matches/)
})

test('the search opens from the library, keeps its words, and works by keyboard', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  await box(page).fill('the')
  await expect(chosen(page)).toHaveCount(1)
  const first = await chosen(page).textContent()
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).not.toHaveText(first ?? '')
  const before = await results(page).count()
  await results(page)
    .filter({ hasText: 'Show more articles' })
    .or(results(page).filter({ hasText: 'Show more claims' }))
    .first()
    .click()
  await expect.poll(() => results(page).count()).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await library(page).getByRole('button', { name: 'Find in everything' }).click()
  await expect(box(page)).toHaveValue('the')
})

test('the dialog has no accessibility violations, empty, full or filtered', async ({ app }) => {
  const { page } = app
  await openSearch(app)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(':root')).toHaveCSS('color-scheme', colorScheme)
    await box(page).fill('')
    expect(await violations(page), `empty, ${colorScheme}`).toEqual([])
    await box(page).fill('purchase')
    await expect(chosen(page)).toHaveCount(1)
    expect(await violations(page), `full, ${colorScheme}`).toEqual([])
    await dialog(page).getByRole('button', { name: 'On no map' }).click()
    expect(await violations(page), `narrowed, ${colorScheme}`).toEqual([])
    await dialog(page).getByRole('button', { name: 'Clear filters' }).click()
  }
})
