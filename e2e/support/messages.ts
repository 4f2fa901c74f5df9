import type { Locator, Page } from '@playwright/test'

/** The notices at the edge of the window. */
export const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' })

/** The notice with this text. */
export const message = (page: Page, words: string | RegExp): Locator =>
  messages(page).getByRole('paragraph').filter({ hasText: words })

/** Closes all notices, at once, because some go by themselves. */
export const closeMessages = (page: Page): Promise<void> =>
  messages(page)
    .getByRole('button', { name: 'Close message' })
    .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()))
