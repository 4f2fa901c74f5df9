import type { Page } from '@playwright/test'

/**
 * Intercepts the page's file choosers from now on. Playwright does so only while there is a listener, and a key may
 * open a chooser before the test adds its own.
 */
export const catchFileChoosers = (page: Page): void => void page.on('filechooser', () => undefined)
