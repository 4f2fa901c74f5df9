import { expect, type Page } from '@playwright/test'
import type { App } from './app'
import { card, map } from './desk'

/** Wordings from the sample's first map. */
export const HEDGING = 'The S-400 purchase is pragmatic hedging'
export const BRIBERY = 'The S-400 purchase is political bribery'
export const GROUND = 'NATO left Turkey alone with dangers it meets every day'
export const EVIDENCE = 'Washington pulled its Patriots out in 2015 against Turkey’s wishes'

/** Opens the sample project with only its first map visible, as wide as the window permits. */
export async function openSample({ page }: App): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('f')
}

/** The rendered cards of a map. */
export const cards = (page: Page) => map(page).locator('[data-claim]')
