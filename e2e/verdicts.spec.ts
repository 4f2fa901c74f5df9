import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { expectNoViolations } from './support/axe'
import { card, inspector, map } from './support/desk'
import { BRIBERY, HEDGING, openSample } from './support/sample-map'

/** A card with the signs on its edges. */
const node = (page: Page, words: string) => map(page).locator('.svelte-flow__node').filter({ hasText: words })

/** The line of the outline about a claim. */
const line = (page: Page, words: string) =>
  map(page).getByRole('treeitem', { name: words }).and(map(page).locator('[aria-level="1"]'))

test('verdicts are shown on cards and in the outline, and follow what the analyst sets aside', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  await card(page, BRIBERY).click()
  await expect(inspector(page).getByText(/^Contested: it hangs on/)).toBeVisible()
  await expect(node(page, HEDGING)).not.toContainText('Contested')
  await page.keyboard.press('v')
  await expect(node(page, HEDGING)).toContainText('Contested')
  await expect(node(page, BRIBERY)).toContainText('Contested')
  await expectNoViolations(page)

  await inspector(page).getByLabel('Standing').selectOption('Set aside')
  await expect(node(page, BRIBERY)).toContainText('Falls')
  await map(page).getByRole('button', { name: 'Outline' }).click()
  await expect(line(page, BRIBERY)).toContainText('Falls')
  await line(page, BRIBERY).focus()
  await page.keyboard.press('Control+z')
  await expect(line(page, BRIBERY)).toContainText('Contested')
  await page.keyboard.press('v')
  await expect(line(page, BRIBERY)).not.toContainText('Contested')
})
