import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { expectNoViolations } from './support/axe'
import { card, inspector, map, newClaim, saved, startProject } from './support/desk'

const matrix = (page: Page) => page.getByRole('region', { name: 'Matrix' })
const cell = (page: Page, name: RegExp) => matrix(page).getByRole('gridcell', { name })
const heading = (page: Page, words: string) =>
  matrix(page).getByRole('columnheader').filter({ hasText: words })
const rowOf = (page: Page, words: string) => matrix(page).getByRole('row').filter({ hasText: words })

/** Types a claim into the dialog that a key has opened. */
async function type(page: Page, dialog: string, words: string) {
  const field = page.getByRole('dialog', { name: dialog }).getByRole('combobox')
  await field.fill(words)
  await page.getByRole('option', { name: `New claim “${words}”` }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a matrix is filled by keys alone, the map follows, and both are undone', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Matrix')
  await newClaim(page, 'Ankara hedges')
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Matrix title')).toBeFocused()
  await page.keyboard.type('Why the S-400?')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add hypothesis…' }).focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('dialog', { name: 'Add hypothesis' }).getByRole('combobox')
  await field.fill('Ankara hedges')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Ankara hedges')).toBeFocused()
  await page.keyboard.press('h')
  await type(page, 'Add hypothesis', 'It was a bribe')
  await expect(heading(page, 'It was a bribe')).toBeFocused()
  await page.keyboard.press('Insert')
  await type(page, 'Add evidence', 'The offer was cheaper')
  await expect(cell(page, /^E1, H1: not rated/)).toBeFocused()

  // A rating moves on to the next hypothesis.
  await page.keyboard.press('Shift+I')
  await expect(cell(page, /^E1, H1: II, very inconsistent/)).toBeVisible()
  await expect(cell(page, /^E1, H2: not rated/)).toBeFocused()
  await page.keyboard.press('c')
  await expect(cell(page, /^E1, H2: C, consistent/)).toBeVisible()
  await expect(heading(page, 'Ankara hedges')).toContainText('0 I, 1 II')
  await expect(matrix(page).getByText('Least contradicted: H2.')).toBeVisible()

  // CC, I and II are relations of the map, in both directions.
  await page.keyboard.press('Alt+3')
  await expect(card(page, 'The offer was cheaper')).toBeVisible()
  await expect(
    map(page).getByRole('button', { name: /The offer was cheaper.*attacks.*Ankara hedges/ }),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(map(page).getByRole('button', { name: /The offer was cheaper.*attacks/ })).toHaveCount(0)
  await page.keyboard.press('Alt+4')
  await expect(cell(page, /^E1, H1: not rated/)).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(cell(page, /^E1, H1: II, very inconsistent/)).toBeVisible()
  await saved(page)
})

test('deceptions, indicators and steps with details are told apart from what counts', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Matrix')
  await newClaim(page, 'Ankara hedges')
  await newClaim(page, 'It was a bribe')
  await map(page).getByRole('button', { name: 'Fit map' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or run a command' }).fill('New matrix')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(heading(page, 'It was a bribe')).toBeVisible()
  await heading(page, 'Ankara hedges').click()
  await page.keyboard.press('Insert')
  await type(page, 'Add evidence', 'The minister was seen in Moscow')
  await page.keyboard.press('i')
  await page.keyboard.press('ArrowLeft')

  // Entered again as deception, it counts only below the scores.
  await page.keyboard.press('d')
  await expect(matrix(page).getByText('Deception')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('c')
  await page.keyboard.press('Shift+I')
  await expect(matrix(page).getByText('If E1 is deceptive: H1 leads.')).toBeVisible()
  await expect(heading(page, 'Ankara hedges')).toContainText('1 I, 0 II')

  // An indicator is rated and does not count, until it is seen.
  await matrix(page).getByRole('button', { name: 'More for this matrix' }).click()
  await page.getByRole('menuitem', { name: 'Add an indicator to watch for…' }).click()
  await type(page, 'Add an indicator to watch for', 'Money moves')
  await page.keyboard.press('Shift+I')
  await expect(heading(page, 'Ankara hedges')).toContainText('1 I, 0 II')
  await expect(matrix(page).getByText('If E2 is seen: H2 still leads.')).toBeVisible()
  await page.keyboard.press('w')
  await expect(heading(page, 'Ankara hedges')).toContainText('1 I, 1 II')
  await expect(rowOf(page, 'Money moves')).not.toContainText('Not seen yet')
  await cell(page, /^E2, H1/).click()
  await expect(inspector(page).getByLabel('Note on the row')).toHaveValue(/^Seen on /)

  // A step with a warrant is not removed without asking.
  await page.getByRole('button', { name: /Money moves.*attacks/ }).click()
  await inspector(page).getByLabel('Warrant').fill('Money explains it.')
  await cell(page, /^E2, H1/).click()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: 'Remove the step too' }).click()
  await expect(cell(page, /^E2, H1: N, could be read both ways/)).toBeVisible()
  await expectNoViolations(page)
})
