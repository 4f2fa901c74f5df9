import type { Locator, Page } from '@playwright/test'

/** The notices at the edge of the window. */
export const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' })

/** The notice with this text. */
export const message = (page: Page, words: string | RegExp): Locator =>
  messages(page).getByRole('paragraph').filter({ hasText: words })

/** Closes all notices. */
export async function closeMessages(page: Page): Promise<void> {
  const close = messages(page).getByRole('button', { name: 'Close message' })
  for (let left = await close.count(); left > 0; left = await close.count()) await close.first().click()
}
