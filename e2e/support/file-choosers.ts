import type { Page } from '@playwright/test'

/**
 * Has the page's file choosers caught from now on. Playwright catches them only while somebody listens, and a key that
 * is pressed as the listening begins can be quicker.
 */
export const catchFileChoosers = (page: Page): void => void page.on('filechooser', () => undefined)
